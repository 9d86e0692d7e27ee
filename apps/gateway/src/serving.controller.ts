import {
  type DeviceView,
  type DoorCode,
  IssueDoorCodeInput,
  IssueErrandCodeInput,
  OfflineInput,
  type OfflineReceipt,
  RegisterDeviceInput,
  RetireDeviceInput,
  serving,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Codes at the door, and steps taken without a network. */
@Controller()
export class ServingController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('POST', '/errands/{errandId}/door-codes', serving.issueErrandCode, {
    zh: '出示或打印任务二维码',
    en: 'A signed code for an errand, to show or to print',
  })
  issueErrandCode(input: IssueErrandCodeInput, call: Call): Promise<DoorCode> {
    return this.rpc.call(serving.issueErrandCode, input, call);
  }

  @Serves('POST', '/residents/{id}/door-codes', serving.issueDoorCode, {
    zh: '打印门上的二维码',
    en: 'A signed code for a door',
  })
  issueDoorCode(input: IssueDoorCodeInput, call: Call): Promise<DoorCode> {
    return this.rpc.call(serving.issueDoorCode, input, call);
  }

  @Serves(
    'POST',
    '/devices',
    serving.registerDevice,
    { zh: '登记可离线签名的设备', en: 'Register a device that signs offline' },
    { creates: true },
  )
  registerDevice(input: RegisterDeviceInput, call: Call): Promise<DeviceView> {
    return this.rpc.call(serving.registerDevice, input, call);
  }

  @Serves('POST', '/devices/{id}/retirement', serving.retireDevice, {
    zh: '停用设备',
    en: 'Retire a device',
  })
  retireDevice(input: RetireDeviceInput, call: Call): Promise<DeviceView> {
    return this.rpc.call(serving.retireDevice, input, call);
  }

  @Serves('POST', '/offline-records', serving.sendOffline, {
    zh: '上传离线签到或签退',
    en: 'Send a step that was taken without a network',
  })
  sendOffline(input: OfflineInput, call: Call): Promise<OfflineReceipt> {
    return this.rpc.call(serving.sendOffline, input, call);
  }
}
