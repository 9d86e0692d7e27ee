import {
  DomainError,
  needs as contracts,
  type RegionPageQuery,
  type RegisterResidentInput,
  type ResidentPage,
  type ResidentView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  maskName,
  maskPhone,
  once,
  RpcClient,
  Seal,
  sees,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, LessThan } from 'typeorm';
import { buildingOf } from './building.js';
import { ResidentEntity } from './need.entity.js';
import { responsibleFor } from './responsible.directory.js';

/** What each sealed field is bound to, so that none can be pasted into another. */
export const sealedAs = {
  name: 'resident.name',
  phone: 'resident.phone',
  door: 'resident.door',
  birthDay: 'resident.birthDay',
  serviceCode: 'need.serviceCode',
  closingCode: 'need.closingCode',
} as const;

/** What a number is found by, the same as where people sign in; however it is written. */
export function phoneIndexOf(seal: Seal, phone: string): Buffer {
  return seal.blindIndex(phone.replaceAll('-', ''), 'phone');
}

const pageSize = 20;

@Injectable()
export class ResidentsService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  async register(input: RegisterResidentInput, call: Call): Promise<ResidentView> {
    const community = parseRegion(input.communityCode);
    const ownData = call.actor.role === 'resident' && call.actor.id === input.id;
    if (!ownData && !sees(call.actor, community.code)) throw new DomainError('access.foreignRegion');
    await responsibleFor(this.rpc, community, call);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.registerResident.subject, input, async () => {
        const resident = this.sealed(input, community.cityCode, community.code);
        const inserted = await tx.orm
          .createQueryBuilder()
          .insert()
          .into(ResidentEntity)
          .values(resident)
          .orIgnore()
          .returning('id')
          .execute();
        if ((inserted.raw as unknown[]).length > 0) return this.view(resident);
        const same = await tx.orm.findOneBy(ResidentEntity, { cityCode: resident.cityCode, id: input.id });
        if (!same) throw new DomainError('resident.exists');
        if (!same.identityIndex.equals(resident.identityIndex)) throw new DomainError('idempotency.conflict');
        return this.view(same);
      }),
    );
  }

  async list(input: RegionPageQuery, call: Call): Promise<ResidentPage> {
    const scope = listScope(call.actor, input.region);
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const rows = await this.database.orm.getRepository(ResidentEntity).find({
      where: { communityCode: Between(scope.code, scope.last), ...(before ? { id: LessThan(before) } : {}) },
      order: { id: 'desc' },
      take: limit + 1,
    });
    // Told by a list alone: what registering answers is remembered for a retry, and a building is kept nowhere.
    const view = (row: ResidentEntity) =>
      call.actor.role === 'committee' ? { ...this.view(row), building: this.building(row) } : this.view(row);
    const items = rows.slice(0, limit).map(view);
    return { items, nextCursor: rows.length > limit ? encodeCursor(rows[limit - 1]?.id ?? '') : undefined };
  }

  private sealed(input: RegisterResidentInput, cityCode: number, communityCode: number): ResidentEntity {
    return {
      cityCode,
      id: input.id,
      communityCode,
      nameSealed: this.seal.seal(input.name, sealedAs.name),
      phoneSealed: this.seal.seal(input.phone, sealedAs.phone),
      doorSealed: this.seal.seal(input.door, sealedAs.door),
      phoneIndex: phoneIndexOf(this.seal, input.phone),
      identityIndex: this.seal.blindIndex(
        `${input.name}\n${input.phone}\n${input.door}`,
        'resident.identity',
      ),
      longitude: input.point.longitude,
      latitude: input.point.latitude,
      hardshipCategories: [...new Set(input.hardshipCategories)],
      doorCodeVersion: 1,
      registeredAt: this.clock.now(),
    };
  }

  private building({ doorSealed }: ResidentEntity): string | undefined {
    return buildingOf(this.seal.open(doorSealed, sealedAs.door));
  }

  private view(row: ResidentEntity): ResidentView {
    return {
      id: row.id,
      name: maskName(this.seal.open(row.nameSealed, sealedAs.name)),
      phone: maskPhone(this.seal.open(row.phoneSealed, sealedAs.phone)),
      communityCode: formatRegion(row.communityCode),
      hardshipCategories: row.hardshipCategories,
    };
  }
}
