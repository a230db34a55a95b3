import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { ClosedMarks } from './closed-years/closed-marks.entity.js';
import * as closedYearCommands from './closed-years/closed-year.commands.js';
import { ClosedYear } from './closed-years/closed-year.entity.js';
import { CommitteeResolver } from './committee.js';
import { DistinctCount } from './distinct/distinct-count.js';
import { DistinctCountQueries } from './distinct/distinct-count.queries.js';
import { DistinctCountSet } from './distinct/distinct-count-set.entity.js';
import { AnalysisExport } from './export/analysis.fields.js';
import { CommitteeActivity } from './figures/partner-activity.entity.js';
import { ProtectionChoice } from './protection/protection-choice.entity.js';
import { CommitteeQuestion } from './questions/committee-question.js';
import { alertOfOverlapping } from './questions/overlapping.js';
import { CommitteeQuestionQueries } from './questions/questions.queries.js';
import * as protectionCommands from './releases/protection.commands.js';
import * as releaseCommands from './releases/release.commands.js';
import { CommitteeRelease } from './releases/release.entity.js';
import { releaseQueue } from './releases/release.queue.js';
import { makeDueReleases } from './releases/release.task.js';
import { CommitteeCell } from './releases/release-cell.entity.js';
import { startRequested } from './releases/release-events.js';
import * as savedCommands from './saved/saved.commands.js';
import { SavedAnalysisQueries } from './saved/saved.queries.js';
import { SavedAnalysis } from './saved/saved-analysis.js';
import { CommitteeSnapshot } from './snapshots/committee-snapshot.js';
import * as snapshotCommands from './snapshots/snapshot.commands.js';
import { SnapshotContent } from './snapshots/snapshot.js';

export { exactFigures, type MarkedFigure, marksOf } from './closed-years/close-year.js';
export { countDistinct } from './distinct/count-distinct.js';
export { partnersIn } from './figures/activity-sum.js';
export type { Indicator, PartnerIndicator } from './indicator.js';
export { subjectLabels } from './lattice/labels.js';
export { allSubjects } from './lattice/subjects.js';
export { publishedKeys } from './partner-systems/hub-tokens.js';
export { CommitteeQuestion } from './questions/committee-question.js';
export { makeReleases } from './releases/make-releases.js';
export { makingOptions } from './releases/release.queue.js';
export { type YearlyReport, yearlyReport } from './report.js';
export { containedIn, insteadOf, insteadOfReported, sumWords, unitWords, wholeTown } from './words.js';
export { workOfCommittee } from './work.js';

export const committee: Feature = {
  stored: [
    SavedAnalysis,
    CommitteeSnapshot,
    CommitteeQuestion,
    ProtectionChoice,
    CommitteeRelease,
    CommitteeCell,
    ClosedYear,
    ClosedMarks,
    DistinctCount,
    DistinctCountSet,
    CommitteeActivity,
  ],
  commands: commandsIn(
    savedCommands,
    snapshotCommands,
    protectionCommands,
    releaseCommands,
    closedYearCommands,
  ),
  resolvers: [
    CommitteeResolver,
    AnalysisExport,
    SavedAnalysisQueries,
    SnapshotContent,
    CommitteeQuestionQueries,
    DistinctCountQueries,
  ],
  periodicTasks: [makeDueReleases, alertOfOverlapping],
  consumers: [startRequested],
  queues: [releaseQueue],
};
