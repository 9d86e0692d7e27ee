import {
  ById,
  StaffShiftInput,
  staffShifts,
  type StaffShiftView,
  type StaffWeek,
  StaffWeekInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class StaffShiftsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/staff-shifts', staffShifts.week, {
    zh: '社工站一周值班表',
    en: 'A week of shifts at the stations',
  })
  week(input: StaffWeekInput, call: Call): Promise<StaffWeek> {
    return this.rpc.call(staffShifts.week, input, call);
  }

  @Serves(
    'POST',
    '/staff-shifts',
    staffShifts.add,
    { zh: '排一个班', en: 'Put somebody on a shift' },
    { creates: true },
  )
  add(input: StaffShiftInput, call: Call): Promise<StaffShiftView> {
    return this.rpc.call(staffShifts.add, input, call);
  }

  @Serves('POST', '/staff-shifts/{id}/cancellation', staffShifts.cancel, {
    zh: '取消一个班',
    en: 'Take a shift off the week',
  })
  cancel(input: ById, call: Call): Promise<StaffShiftView> {
    return this.rpc.call(staffShifts.cancel, input, call);
  }
}
