import {
  AppealInput,
  AskReviewInput,
  DecideAppealInput,
  feedback,
  type FeedbackPage,
  type FeedbackView,
  GiveFeedbackInput,
  ListFeedbackInput,
  ListNoShowsInput,
  ListSuspensionsInput,
  type NoShowPage,
  type NoShowView,
  ReviewSuspensionInput,
  type SuspensionPage,
  type SuspensionView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class FeedbackController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/service-records/{recordId}/feedback',
    feedback.give,
    { zh: '服务后评价', en: 'Say how the service went' },
    { creates: true },
  )
  give(input: GiveFeedbackInput, call: Call): Promise<FeedbackView> {
    return this.rpc.call(feedback.give, input, call);
  }

  @Serves('GET', '/feedback', feedback.list, {
    zh: '评价列表（本人与社工站可见）',
    en: 'Feedback, for the station and those it is between',
  })
  list(input: ListFeedbackInput, call: Call): Promise<FeedbackPage> {
    return this.rpc.call(feedback.list, input, call);
  }

  @Serves('GET', '/no-shows', feedback.listNoShows, {
    zh: '爽约记录',
    en: 'No-shows, of a region or your own',
  })
  listNoShows(input: ListNoShowsInput, call: Call): Promise<NoShowPage> {
    return this.rpc.call(feedback.listNoShows, input, call);
  }

  @Serves('POST', '/no-shows/{id}/appeal', feedback.appeal, {
    zh: '对爽约申诉',
    en: 'Appeal against a no-show',
  })
  appeal(input: AppealInput, call: Call): Promise<NoShowView> {
    return this.rpc.call(feedback.appeal, input, call);
  }

  @Serves('POST', '/no-shows/{id}/decision', feedback.decideAppeal, {
    zh: '裁定申诉',
    en: 'Decide on an appeal',
  })
  decideAppeal(input: DecideAppealInput, call: Call): Promise<NoShowView> {
    return this.rpc.call(feedback.decideAppeal, input, call);
  }

  @Serves('GET', '/suspensions', feedback.listSuspensions, {
    zh: '暂停接单',
    en: 'Suspensions, of a region or your own',
  })
  listSuspensions(input: ListSuspensionsInput, call: Call): Promise<SuspensionPage> {
    return this.rpc.call(feedback.listSuspensions, input, call);
  }

  @Serves('POST', '/suspensions/{id}/review-request', feedback.askReview, {
    zh: '申请复核暂停',
    en: 'Ask for a review of your suspension',
  })
  askReview(input: AskReviewInput, call: Call): Promise<SuspensionView> {
    return this.rpc.call(feedback.askReview, input, call);
  }

  @Serves('POST', '/suspensions/{id}/review', feedback.reviewSuspension, {
    zh: '复核暂停',
    en: 'Lift or keep a suspension',
  })
  reviewSuspension(input: ReviewSuspensionInput, call: Call): Promise<SuspensionView> {
    return this.rpc.call(feedback.reviewSuspension, input, call);
  }
}
