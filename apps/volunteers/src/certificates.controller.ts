import {
  type ById,
  type CertificateDocument,
  type CertificateNotice,
  type CertificateNoticePage,
  type CertificatePage,
  certificates,
  type CertificateView,
  type CheckCertificateInput,
  type ListCertificatesInput,
  type ListCertificateNoticesInput,
  type Nothing,
  type PublishedKeys,
  type RequestCertificateInput,
  type RevokeCertificateInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CertificatesReadingService } from './certificates.reading.service.js';
import { CertificatesService } from './certificates.service.js';

@Controller()
export class CertificatesController {
  constructor(
    private readonly service: CertificatesService,
    private readonly reading: CertificatesReadingService,
  ) {}

  @Answers(certificates.request)
  request(input: RequestCertificateInput, call: Call): Promise<CertificateView> {
    return this.service.request(input, call);
  }

  @Answers(certificates.accept)
  accept(input: ById, call: Call): Promise<CertificateView> {
    return this.service.accept(input, call);
  }

  @Answers(certificates.issue)
  issue(input: ById, call: Call): Promise<CertificateView> {
    return this.service.issue(input, call);
  }

  @Answers(certificates.revoke)
  revoke(input: RevokeCertificateInput, call: Call): Promise<CertificateView> {
    return this.service.revoke(input, call);
  }

  @Answers(certificates.get)
  get(input: ById, call: Call): Promise<CertificateView> {
    return this.reading.get(input, call);
  }

  @Answers(certificates.list)
  list(input: ListCertificatesInput, call: Call): Promise<CertificatePage> {
    return this.reading.list(input, call);
  }

  @Answers(certificates.read)
  read(input: ById, call: Call): Promise<CertificateDocument> {
    return this.reading.read(input, call);
  }

  @Answers(certificates.check)
  check(input: CheckCertificateInput): Promise<CertificateNotice> {
    return this.reading.check(input);
  }

  @Answers(certificates.listNotices)
  listNotices(input: ListCertificateNoticesInput): Promise<CertificateNoticePage> {
    return this.reading.listNotices(input);
  }

  @Answers(certificates.keys)
  keys(_: Nothing): Promise<PublishedKeys> {
    return Promise.resolve(this.reading.keys());
  }
}
