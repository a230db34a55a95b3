import { Field, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { PastDay, PersonName } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';
import { District } from './beneficiary.js';

@InputType({ description: 'A person to register.' })
export class RegisterBeneficiaryInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First name, at most 200 characters.' })
  firstName!: string;

  @PersonName()
  @Field(() => String, { description: 'Last name, at most 200 characters.' })
  lastName!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Date of birth.' })
  birthDate!: string;

  @Field(() => District, { description: 'Where the person lives.' })
  district!: District;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'When the person was informed of the file, of its use and of their rights.',
  })
  informedOn!: string;
}
