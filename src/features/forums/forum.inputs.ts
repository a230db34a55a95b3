import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, PastDay } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreementMethod } from '../beneficiaries/index.js';
import { ReferralContentInput } from '../referrals/index.js';
import { ExhibitorKind } from './exhibitor.js';
import { ForumArea } from './forum.js';

@InputType({ description: 'A forum that the viewer’s partner organises.' })
export class OpenForumInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The name people know it by, at most 200 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day it is held, past or to come.' })
  heldOn!: string;

  @Field(() => ForumArea, { description: 'In which part of the town.' })
  area!: ForumArea;

  @Line(200)
  @Field(() => String, { description: 'Where it is held, at most 200 characters.' })
  place!: string;
}

@InputType({ description: 'A body with a stand at a forum.' })
export class AddExhibitorInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum.' })
  forum!: string;

  @Line(200)
  @Field(() => String, { description: 'The name on the stand, at most 200 characters.' })
  name!: string;

  @Field(() => ExhibitorKind, { description: 'What it brings.' })
  kind!: ExhibitorKind;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner that it is, if it is one.' })
  partner?: string | null;
}

@InputType({ description: 'A person who came to a forum.' })
export class RecordAttendanceInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum; it has been held, or is today.' })
  forum!: string;

  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The exhibitor of the forum that the person made contact with.',
  })
  exhibitor?: string | null;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'When the person agreed that this be recorded: within the last 12 months.',
  })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;
}

@InputType({ description: 'A number of people who came to a forum, without names.' })
export class RecordHeadcountInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum; it has been held, or is today.' })
  forum!: string;

  @Field(() => Int, {
    description: 'How many people, 1 to 10,000; persons who are recorded apart are not among them.',
  })
  people!: number;

  @Field(() => Int, { description: 'How many of them were met there for the first time.' })
  firstTimePeople!: number;
}

@InputType({ description: 'A referral that comes of a contact made at a forum.' })
export class ReferAttendanceInput extends ReferralContentInput {
  @Id()
  @Field(() => ID, {
    description: 'The attendance of the person, recorded by the viewer’s partner and not referred yet.',
  })
  attendance!: string;
}
