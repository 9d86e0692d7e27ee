import {
  type AppealInput,
  type AskReviewInput,
  type DecideAppealInput,
  feedback,
  type GiveFeedbackInput,
  type ListFeedbackInput,
  type ListNoShowsInput,
  type ListSuspensionsInput,
  type ReviewSuspensionInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { FeedbackService } from './feedback.service.js';
import { NoShowsService } from './no-shows.service.js';
import { SuspensionsService } from './suspensions.service.js';

@Controller()
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly noShows: NoShowsService,
    private readonly suspensions: SuspensionsService,
  ) {}

  @Answers(feedback.give)
  give(input: GiveFeedbackInput, call: Call) {
    return this.feedback.give(input, call);
  }

  @Answers(feedback.list)
  list(input: ListFeedbackInput, call: Call) {
    return this.feedback.list(input, call);
  }

  @Answers(feedback.listNoShows)
  listNoShows(input: ListNoShowsInput, call: Call) {
    return this.noShows.list(input, call);
  }

  @Answers(feedback.appeal)
  appeal(input: AppealInput, call: Call) {
    return this.noShows.appeal(input, call);
  }

  @Answers(feedback.decideAppeal)
  decideAppeal(input: DecideAppealInput, call: Call) {
    return this.noShows.decide(input, call);
  }

  @Answers(feedback.listSuspensions)
  listSuspensions(input: ListSuspensionsInput, call: Call) {
    return this.suspensions.list(input, call);
  }

  @Answers(feedback.askReview)
  askReview(input: AskReviewInput, call: Call) {
    return this.suspensions.askReview(input, call);
  }

  @Answers(feedback.reviewSuspension)
  reviewSuspension(input: ReviewSuspensionInput, call: Call) {
    return this.suspensions.review(input, call);
  }
}
