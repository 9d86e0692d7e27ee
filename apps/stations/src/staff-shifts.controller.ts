import {
  type ById,
  type StaffShiftInput,
  staffShifts,
  type StaffShiftView,
  type StaffWeek,
  type StaffWeekInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { StaffShiftsService } from './staff-shifts.service.js';

@Controller()
export class StaffShiftsController {
  constructor(private readonly service: StaffShiftsService) {}

  @Answers(staffShifts.week)
  week(input: StaffWeekInput, call: Call): Promise<StaffWeek> {
    return this.service.week(input, call);
  }

  @Answers(staffShifts.add)
  add(input: StaffShiftInput, call: Call): Promise<StaffShiftView> {
    return this.service.add(input, call);
  }

  @Answers(staffShifts.cancel)
  cancel(input: ById, call: Call): Promise<StaffShiftView> {
    return this.service.cancel(input, call);
  }
}
