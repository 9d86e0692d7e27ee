import { Descriptions } from 'antd';
import type { Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { documentNames, skillNames, verificationNames } from '../volunteer.terms';
import { hours, moment } from '../time';
import { useRegion, useSites } from './places';

const skillWordings: Record<string, readonly [string, string]> = skillNames;

/** A volunteer as the desk may see one: masked. */
export function Facts({ volunteer }: { volunteer: Schemas['VolunteerView'] }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const community = useRegion(volunteer.communityCode).data;
  const site = useSites(volunteer.communityCode).data?.find(({ id }) => id === volunteer.courierSiteId);
  const { documentType } = volunteer;
  const items: [string, string | undefined][] = [
    [t('志愿者编号', 'Volunteer number'), volunteer.volunteerNumber],
    [t('姓名', 'Name'), volunteer.name],
    [documentType ? term(documentNames[documentType]) : t('身份证号', 'ID number'), volunteer.idNumber],
    [t('手机号', 'Telephone'), volunteer.phone],
    [t('实名', 'Real name'), term(verificationNames[volunteer.verification])],
    [t('社区', 'Community'), community?.name ?? volunteer.communityCode],
    [t('快递站点', 'Courier site'), site?.name],
    [
      t('技能', 'Skills'),
      volunteer.skills.map((skill) => term(skillWordings[skill])).join(t('、', ', ')) || undefined,
    ],
    [t('累计小时', 'Hours in all'), hours(volunteer.lifetimeMinutes)],
    [t('星级', 'Stars'), String(volunteer.starLevel)],
    [t('登记时间', 'Registered'), moment(volunteer.registeredAt, language)],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={items
        .filter(([, value]) => value !== undefined)
        .map(([label, value]) => ({ key: label, label, children: value }))}
    />
  );
}
