import {
  type ActForResidentInput,
  type ById,
  DomainError,
  type ProvenPhones,
  type ResidentLinkMoved,
  type Session,
} from '#contracts';
import { type Call, Database, Sessions, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** Residents whom staff registered, signing in on their own phone. Which person is which resident `tasks` says. */
@Injectable()
export class ResidentAccessService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** Numbers to which a code was sent that this person knew. */
  async provenPhones({ id }: ById): Promise<ProvenPhones> {
    const rows = await this.database.query<{ digest: string }>(
      `select encode(phone_digest, 'hex') as digest from phone_owner
       where person_id = $1 and proven_at is not null order by proven_at desc limit 10`,
      [id],
    );
    return { items: rows };
  }

  /** @throws DomainError `resource.notFound` no link that still stands */
  signIn({ residentId }: ActForResidentInput, { actor }: Call): Promise<Session> {
    return this.database.transaction(async (tx) => {
      // Locked, so that a link that ends meanwhile ends this session too.
      const links = await tx.query(
        `select from resident_access where person_id = $1 and resident_id = $2 and not has_ended for share`,
        [actor.id, residentId],
      );
      if (links.length === 0) throw new DomainError('resource.notFound');
      return this.sessions.open(tx, { id: residentId, role: 'resident' });
    });
  }

  /** Keeps who is linked with whom; where a link has ended every session of the resident ends. */
  async follow(tx: Tx, moves: readonly ResidentLinkMoved[]): Promise<void> {
    await tx.query(
      `insert into resident_access (link_id, person_id, resident_id, has_ended)
       select link_id, person_id, resident_id, bool_or(has_ended)
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[]) as m(link_id, person_id, resident_id, has_ended)
       group by link_id, person_id, resident_id order by link_id
       on conflict (link_id) do update set has_ended = resident_access.has_ended or excluded.has_ended`,
      [
        moves.map(({ linkId }) => linkId),
        moves.map(({ personId }) => personId),
        moves.map(({ residentId }) => residentId),
        moves.map(({ state }) => state === 'ended'),
      ],
    );
    for (const { state, residentId } of moves) if (state === 'ended') this.sessions.closeAll(tx, residentId);
  }
}
