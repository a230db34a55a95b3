import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { recordAttendance, recordHeadcount, referAttendance } from './attendance.commands.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import { addExhibitor, openForum } from './forum.commands.js';
import {
  AddExhibitorInput,
  OpenForumInput,
  RecordAttendanceInput,
  RecordHeadcountInput,
  ReferAttendanceInput,
} from './forum.inputs.js';
import { Forum } from './forum.js';

const OpenForumPayload = payloadOf('openForum', 'forum', () => Forum);
const AddExhibitorPayload = payloadOf('addExhibitor', 'exhibitor', () => Exhibitor);
const attendancePayload = (act: string) => payloadOf(act, 'attendance', () => Attendance);
const RecordAttendancePayload = attendancePayload('recordAttendance');
const RecordHeadcountPayload = attendancePayload('recordHeadcount');
const ReferAttendancePayload = attendancePayload('referAttendance');

const what = { description: 'What to do.' };

@Resolver()
export class ForumMutations {
  @Mutation(() => OpenForumPayload, {
    description: 'Opens a forum that the viewer’s partner organises. For its coordinators.',
  })
  openForum(@Arg('input', () => OpenForumInput, what) input: OpenForumInput, @Ctx() context: Context) {
    return payload('forum', runCommand(context, 'openForum', input, openForum));
  }

  @Mutation(() => AddExhibitorPayload, {
    description: 'Adds an exhibitor to a forum. For the coordinators of the partner that organises it.',
  })
  addExhibitor(
    @Arg('input', () => AddExhibitorInput, what) input: AddExhibitorInput,
    @Ctx() context: Context,
  ) {
    return payload('exhibitor', runCommand(context, 'addExhibitor', input, addExhibitor));
  }

  @Mutation(() => RecordAttendancePayload, {
    description:
      'Records that a person came to a forum, once for each forum. Needs the person’s agreement and a sharing of scope PATHWAY.',
  })
  recordAttendance(
    @Arg('input', () => RecordAttendanceInput, what) input: RecordAttendanceInput,
    @Ctx() context: Context,
  ) {
    return payload('attendance', runCommand(context, 'recordAttendance', input, recordAttendance));
  }

  @Mutation(() => RecordHeadcountPayload, {
    description: 'Records how many people came to a forum, without names. For members who work with persons.',
  })
  recordHeadcount(
    @Arg('input', () => RecordHeadcountInput, what) input: RecordHeadcountInput,
    @Ctx() context: Context,
  ) {
    return payload('attendance', runCommand(context, 'recordHeadcount', input, recordHeadcount));
  }

  @Mutation(() => ReferAttendancePayload, {
    description:
      'Makes a referral of a contact at a forum, as `sendReferral` does: the receiver is told at once. For the partner that recorded the attendance.',
  })
  referAttendance(
    @Arg('input', () => ReferAttendanceInput, what) input: ReferAttendanceInput,
    @Ctx() context: Context,
  ) {
    return payload('attendance', runCommand(context, 'referAttendance', input, referAttendance));
  }
}
