import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { CommitteeResolver } from './committee.js';
import { CommitteeQuestion } from './committee-question.js';
import { AnalysisExport } from './export/analysis.fields.js';
import { keepFactsFresh } from './facts.js';
import * as savedCommands from './saved/saved.commands.js';
import { SavedAnalysisQueries } from './saved/saved.queries.js';
import { SavedAnalysis } from './saved/saved-analysis.js';
import { CommitteeSnapshot } from './snapshots/committee-snapshot.js';
import * as snapshotCommands from './snapshots/snapshot.commands.js';
import { SnapshotContent } from './snapshots/snapshot.js';

export type { Indicator, PartnerIndicator } from './indicator.js';
export { type YearlyReport, yearlyReport } from './report.js';
export { insteadOf, unitWords, wholeTown } from './words.js';
export { workOfCommittee } from './work.js';

export const committee: Feature = {
  stored: [SavedAnalysis, CommitteeSnapshot, CommitteeQuestion],
  commands: commandsIn(savedCommands, snapshotCommands),
  resolvers: [CommitteeResolver, AnalysisExport, SavedAnalysisQueries, SnapshotContent],
  periodicTasks: [keepFactsFresh],
};
