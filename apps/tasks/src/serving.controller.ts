import {
  type IssueDoorCodeInput,
  type IssueErrandCodeInput,
  type OfflineInput,
  type RegisterDeviceInput,
  type RetireDeviceInput,
  serving,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { DevicesService } from './devices.service.js';
import { OfflineService } from './offline.service.js';
import { PresenceService } from './presence.service.js';

@Controller()
export class ServingController {
  constructor(
    private readonly presence: PresenceService,
    private readonly devices: DevicesService,
    private readonly offline: OfflineService,
  ) {}

  @Answers(serving.issueErrandCode)
  issueErrandCode(input: IssueErrandCodeInput, call: Call) {
    return this.presence.errandCode(input, call);
  }

  @Answers(serving.issueDoorCode)
  issueDoorCode(input: IssueDoorCodeInput, call: Call) {
    return this.presence.doorCode(input, call);
  }

  @Answers(serving.registerDevice)
  registerDevice(input: RegisterDeviceInput, call: Call) {
    return this.devices.register(input, call);
  }

  @Answers(serving.retireDevice)
  retireDevice(input: RetireDeviceInput, call: Call) {
    return this.devices.retire(input, call);
  }

  @Answers(serving.sendOffline)
  sendOffline(input: OfflineInput, call: Call) {
    return this.offline.send(input, call);
  }
}
