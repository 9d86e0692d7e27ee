import {
  ById,
  type CertificateNotice,
  type CertificateNoticePage,
  type CertificatePage,
  certificates,
  type CertificateView,
  CheckCertificateInput,
  ListCertificatesInput,
  ListCertificateNoticesInput,
  Nothing,
  type PublishedKeys,
  RequestCertificateInput,
  RevokeCertificateInput,
} from '#contracts';
import { type Call, type Config, RpcClient, tokens } from '#platform';
import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { certificatePdf, checkAddress } from './certificate.page.js';
import { type FileContract, Serves, ServesFile } from './endpoint.js';
import type { Language } from './language.js';
import { qrPicture } from './qr.js';

const { errors, callers, reach } = certificates.read;
const certificateFile: FileContract<ById> = { input: ById, errors, callers, reach };
const mediaTypes = { pdf: 'application/pdf', credential: 'application/vc+jwt', qr: 'image/gif' };

/** Certificates of service: asked for, issued, printed, checked by everybody. */
@Controller()
export class CertificatesController {
  constructor(
    private readonly rpc: RpcClient,
    @Inject(tokens.config) private readonly config: Config<'gateway'>,
  ) {}

  @Serves(
    'POST',
    '/certificates',
    certificates.request,
    { zh: '申请志愿服务记录证明', en: 'Ask for a certificate of service' },
    { creates: true },
  )
  request(input: RequestCertificateInput, call: Call): Promise<CertificateView> {
    return this.rpc.call(certificates.request, input, call);
  }

  @Serves('GET', '/certificates', certificates.list, {
    zh: '我的证明；工作人员看辖区内的申请与证明',
    en: 'My certificates; for staff those of the region',
  })
  list(input: ListCertificatesInput, call: Call): Promise<CertificatePage> {
    return this.rpc.call(certificates.list, input, call);
  }

  @Serves('GET', '/certificates/{id}', certificates.get, { zh: '一份证明', en: 'A certificate' })
  get(input: ById, call: Call): Promise<CertificateView> {
    return this.rpc.call(certificates.get, input, call);
  }

  @Serves('POST', '/certificates/{id}/acceptance', certificates.accept, {
    zh: '受理证明申请（经办人）',
    en: 'Accept a request, as its handler',
  })
  accept(input: ById, call: Call): Promise<CertificateView> {
    return this.rpc.call(certificates.accept, input, call);
  }

  @Serves('POST', '/certificates/{id}/issue', certificates.issue, {
    zh: '出具证明（负责人），次日起公示',
    en: 'Issue a certificate, as the person in charge; public notice follows',
  })
  issue(input: ById, call: Call): Promise<CertificateView> {
    return this.rpc.call(certificates.issue, input, call);
  }

  @Serves('POST', '/certificates/{id}/revocation', certificates.revoke, {
    zh: '撤销证明，或撤回申请',
    en: 'Revoke a certificate, or withdraw one’s request',
  })
  revoke(input: RevokeCertificateInput, call: Call): Promise<CertificateView> {
    return this.rpc.call(certificates.revoke, input, call);
  }

  @ServesFile('/certificates/{id}/pdf', certificateFile, [mediaTypes.pdf], {
    zh: '证明文件（PDF，带核验二维码）',
    en: 'The certificate to print, with a QR code to check it',
  })
  async readPdf(input: ById, call: Call, _: Language): Promise<StreamableFile> {
    const document = await this.rpc.call(certificates.read, input, call);
    const disposition = `attachment; filename="${document.certificate.number}.pdf"`;
    const pdf = await certificatePdf(document, this.config.publicUrl);
    return new StreamableFile(pdf, { type: mediaTypes.pdf, disposition });
  }

  @ServesFile('/certificates/{id}/credential', certificateFile, [mediaTypes.credential], {
    zh: '可离线核验的电子证明（W3C 可验证凭证）',
    en: 'The certificate as a W3C Verifiable Credential, to be checked offline',
  })
  async readCredential(input: ById, call: Call, _: Language): Promise<StreamableFile> {
    const { credential, certificate } = await this.rpc.call(certificates.read, input, call);
    const disposition = `attachment; filename="${certificate.number}.vc.jwt"`;
    return new StreamableFile(Buffer.from(credential), { type: mediaTypes.credential, disposition });
  }

  @ServesFile(
    '/certificates/{id}/qr',
    certificateFile,
    [mediaTypes.qr],
    {
      zh: '证明的核验二维码，可在手机上出示',
      en: 'The QR code that checks the certificate, to show on a phone',
    },
    { isHeavy: false },
  )
  async readQr(input: ById, call: Call, _: Language): Promise<StreamableFile> {
    const document = await this.rpc.call(certificates.read, input, call);
    const picture = qrPicture(checkAddress(this.config.publicUrl, document));
    return new StreamableFile(picture, { type: mediaTypes.qr, disposition: 'inline' });
  }

  @Serves('GET', '/open/certificates/check', certificates.check, {
    zh: '公开：核验一份证明是否有效',
    en: 'Public: whether a certificate holds',
  })
  check(input: CheckCertificateInput, call: Call): Promise<CertificateNotice> {
    return this.rpc.call(certificates.check, input, call);
  }

  @Serves('GET', '/open/certificates', certificates.listNotices, {
    zh: '公开：公示中的证明，姓名已遮住',
    en: 'Public: certificates in public notice, names masked',
  })
  listNotices(input: ListCertificateNoticesInput, call: Call): Promise<CertificateNoticePage> {
    return this.rpc.call(certificates.listNotices, input, call);
  }

  @Serves('GET', '/open/certificates/keys', certificates.keys, {
    zh: '公开：核验电子证明的公钥',
    en: 'Public: the keys that credentials are checked with',
  })
  keys(input: Nothing, call: Call): Promise<PublishedKeys> {
    return this.rpc.call(certificates.keys, input, call);
  }
}
