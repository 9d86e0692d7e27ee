import type { Database, Tx } from '#platform';
import { CertificateEntity } from './certificate.entity.js';
import { volunteerNumber } from './volunteer-number.js';

/** Reads and locks a certificate. */
export function lockCertificate(tx: Tx, id: string): Promise<CertificateEntity | null> {
  return tx.orm.findOne(CertificateEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** `ZM` and a number formed as those of volunteers: county, year, sequence and a Luhn digit; none is left out. */
export async function nextCertificateNumber(
  tx: Tx,
  { cityCode, communityCode }: Pick<CertificateEntity, 'cityCode' | 'communityCode'>,
  year: number,
): Promise<string> {
  const countyCode = Math.floor(communityCode / 1e6);
  const [row] = await tx.query<{ last: number }>(
    `insert into certificate_counter as counter values ($1, $2, $3, 1)
     on conflict (city_code, county_code, year) do update set last_number = counter.last_number + 1
     returning last_number as last`,
    [cityCode, countyCode, year],
  );
  if (!row) throw new Error('an upsert answered no row');
  return `ZM${volunteerNumber(countyCode, year, row.last)}`;
}

/** By the number, whose first digits are those of the city. */
export function findByNumber(database: Database, number: string): Promise<CertificateEntity | null> {
  return database.orm.manager.findOneBy(CertificateEntity, { cityCode: Number(number.slice(2, 6)), number });
}
