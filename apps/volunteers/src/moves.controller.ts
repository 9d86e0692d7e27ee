import { type ById, type MoveList, moves, type MoveVolunteerInput, type VolunteerView } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { MovesService } from './moves.service.js';

@Controller()
export class MovesController {
  constructor(private readonly service: MovesService) {}

  @Answers(moves.move)
  move(input: MoveVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.service.move(input, call);
  }

  @Answers(moves.listMoves)
  list(input: ById, call: Call): Promise<MoveList> {
    return this.service.list(input, call);
  }
}
