import { domainToASCII } from 'node:url';
import { Migration } from '@mikro-orm/migrations';

/** E-mail addresses of international domains are kept as DNS writes them, as new ones are. */
export class Migration20261127500004 extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table member no force row level security');
    await this.execute('alter table contact no force row level security');
    await this.canonical('member', 'email', 'email is not null');
    await this.canonical('contact', 'value', "kind = 'EMAIL' and removed_at is null");
    await this.execute(oneOfEach);
    await this.execute('alter table member force row level security');
    await this.execute('alter table contact force row level security');
  }

  private async canonical(table: string, column: string, condition: string): Promise<void> {
    const rows = (await this.execute(
      `select id, ${column} as address from ${table} where ${condition} and ${column} ~ '@.*[^\\x01-\\x7f]'`,
    )) as { id: string; address: string }[];
    for (const { id, address } of rows) {
      const at = address.lastIndexOf('@');
      const domain = domainToASCII(address.slice(at + 1).normalize('NFC'));
      if (!domain) continue;
      const canonical = `${address.slice(0, at)}@${domain}`;
      // Of two accounts of a partner that are one now, both stay: an administrator knows which one is used.
      const others = await this.execute(
        `select from member o join member m on m.id = ? and o.partner_id = m.partner_id
          where o.kind = 'PERSON' and lower(o.email) = ?`,
        [id, canonical],
      );
      if (others.length === 0)
        await this.execute(`update ${table} set ${column} = ? where id = ?`, [canonical, id]);
    }
  }
}

/** Of two contacts that are the same now, the first one stays. */
const oneOfEach = `
update contact set value = '', removed_at = now()
  where kind = 'EMAIL' and removed_at is null and exists (
    select from contact other where other.beneficiary_id = contact.beneficiary_id and other.kind = contact.kind
      and other.value = contact.value and other.removed_at is null
      and (other.created_at, other.id) < (contact.created_at, contact.id))`;
