import { type DeviceView, DomainError, type RegisterDeviceInput, type RetireDeviceInput } from '#contracts';
import { type Call, Clock, Database } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  type DeviceRow,
  findVolunteerCity,
  insertDevice,
  lockDevices,
  retireDevices,
} from './offline.store.js';

const devicesAllowed = 3;

/** Keys of phones that sign what is done without a network. Registered while signed in; private keys stay on the phone. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(input: RegisterDeviceInput, call: Call): Promise<DeviceView> {
    return this.database.transaction(async (tx) => {
      const cityCode = await findVolunteerCity(tx, call.actor.id);
      if (cityCode === undefined) throw new DomainError('volunteer.notVerified');
      const publicKey = Buffer.from(input.publicKey, 'base64url');
      const now = this.clock.now();
      const added = await insertDevice(tx, {
        cityCode,
        id: input.id,
        volunteerId: call.actor.id,
        publicKey,
        now,
      });
      const devices = await lockDevices(tx, call.actor.id);
      const own = devices.find(({ id }) => id === input.id);
      if (!own?.publicKey.equals(publicKey)) throw new DomainError('idempotency.conflict');
      const inUse = devices.filter(({ retiredAt }) => !retiredAt);
      if (added) await retireDevices(tx, inUse.slice(devicesAllowed), now);
      return view(own);
    });
  }

  retire({ id }: RetireDeviceInput, call: Call): Promise<DeviceView> {
    return this.database.transaction(async (tx) => {
      const device = (await lockDevices(tx, call.actor.id)).find((own) => own.id === id);
      if (!device) throw new DomainError('resource.notFound');
      const now = this.clock.now();
      if (!device.retiredAt) await retireDevices(tx, [device], now);
      return view({ ...device, retiredAt: device.retiredAt ?? now });
    });
  }
}

function view({ id, registeredAt, retiredAt }: DeviceRow): DeviceView {
  return { id, registeredAt: registeredAt.toISOString(), retiredAt: retiredAt?.toISOString() };
}
