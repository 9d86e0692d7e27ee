import { Controller } from '@nestjs/common';
import {
  type ById,
  type CreateStaffInput,
  type Done,
  type ListStaffInput,
  type RefreshSessionInput,
  type Session,
  type SignOutInput,
  type StaffSignInInput,
  staffList,
  type StaffName,
  staffNames,
  type StaffPage,
  type StaffView,
  stations,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { SignInService } from './sign-in.service.js';
import { StaffListService } from './staff-list.service.js';
import { StaffService } from './staff.service.js';

@Controller()
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly signIns: SignInService,
    private readonly everybody: StaffListService,
  ) {}

  @Answers(stations.createStaff)
  create(input: CreateStaffInput, call: Call): Promise<StaffView> {
    return this.staff.create(input, call);
  }

  @Answers(staffList.list)
  list(input: ListStaffInput, call: Call): Promise<StaffPage> {
    return this.everybody.list(input, call);
  }

  @Answers(staffNames.get)
  name(input: ById): Promise<StaffName> {
    return this.staff.name(input);
  }

  @Answers(stations.signIn)
  signIn(input: StaffSignInInput): Promise<Session> {
    return this.signIns.signIn(input);
  }

  @Answers(stations.refreshSession)
  refresh(input: RefreshSessionInput): Promise<Session> {
    return this.signIns.refresh(input);
  }

  @Answers(stations.signOut)
  signOut(input: SignOutInput, call: Call): Promise<Done> {
    return this.signIns.signOut(input, call);
  }
}
