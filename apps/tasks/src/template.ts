import type { NeedRequirement, NeedType, TemplateView } from '#contracts';

interface BuiltIn {
  id: string;
  key: string;
  type: NeedType;
  title: string;
  titleEn: string;
  summary: string;
  expectedMinutes: number;
  escalationMinutes: number;
  riskNotice?: string;
  requirements?: NeedRequirement[];
  isPurchase?: true;
}

// Ids are constants: needs refer to them for ever.
const rows: BuiltIn[] = [
  row(1, 'groceries', 'groceries', '代买菜粮', 'Groceries', '代买米面菜油，清单见通话记录', 40, 60, {
    isPurchase: true,
  }),
  row(2, 'medicine', 'medicine', '代取药品', 'Medicine', '到药房代取已开好的药品', 40, 30, {
    riskNotice: '只代取，不替人判断用药；核对姓名与药名。',
  }),
  row(3, 'parcels', 'parcels', '代取快递', 'Parcels', '到驿站代取快递并送上门', 20, 60),
  row(4, 'repair', 'repair', '小修小补', 'Small repairs', '家中小件维修', 60, 180, {
    riskNotice: '断电断水后再动手；登高须两人。',
    requirements: ['accidentInsurance'],
  }),
  row(5, 'electricalRepair', 'repair', '电路检修', 'Electrical repair', '家中照明或插座检修', 60, 180, {
    riskNotice: '带电作业危险，必须先断电。',
    requirements: ['accidentInsurance', 'electricianLicence'],
  }),
  row(6, 'haircut', 'haircut', '上门理发', 'Haircut', '为行动不便者上门理发', 40, 480, {
    requirements: ['hairdressing'],
  }),
  row(7, 'company', 'company', '陪伴聊天', 'Company', '上门陪伴聊天', 60, 480),
  row(8, 'walk', 'company', '陪同外出', 'A walk outside', '陪同外出散步或办事', 90, 240, {
    riskNotice: '注意防跌倒，过路口须搀扶。',
    requirements: ['accidentInsurance'],
  }),
  row(
    9,
    'hospitalVisit',
    'company',
    '陪同就医',
    'To the hospital and back',
    '陪同到医院就诊并送回',
    180,
    120,
    {
      riskNotice: '不代签医疗文书；突发不适先拨 120。',
      requirements: ['accidentInsurance', 'firstAid'],
    },
  ),
  row(10, 'paperwork', 'paperwork', '代办手续', 'Paperwork', '代办或陪办窗口手续', 90, 480),
  row(11, 'policyAdvice', 'paperwork', '政策咨询', 'Advice on policies', '讲解可以申请的补助和办法', 45, 480),
  row(
    12,
    'disabilityCard',
    'disabilityCard',
    '残疾证协助',
    'Disability card',
    '协助办理或换领残疾证',
    120,
    480,
  ),
  row(13, 'emotionalSupport', 'company', '情绪支持', 'Emotional support', '上门或电话关怀', 60, 120, {
    requirements: ['safetyTraining'],
  }),
  row(14, 'other', 'other', '其他', 'Something else', '其他帮助，请写明', 60, 240),
];

function row(
  number: number,
  key: string,
  type: NeedType,
  title: string,
  titleEn: string,
  summary: string,
  expectedMinutes: number,
  escalationMinutes: number,
  more: Pick<BuiltIn, 'riskNotice' | 'requirements' | 'isPurchase'> = {},
): BuiltIn {
  const id = `5e1f0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, key, type, title, titleEn, summary, expectedMinutes, escalationMinutes, ...more };
}

/** What can be posted anywhere from the first day; cities and stations add to it and replace it by key. */
export const builtInTemplates: readonly TemplateView[] = rows.map((builtIn) => ({
  ...builtIn,
  version: 1,
  slots: 1,
  requirements: builtIn.requirements ?? [],
  isPurchase: builtIn.isPurchase ?? false,
  isRetired: false,
}));

/** A template with the range of codes it is offered in. */
export interface PlacedTemplate {
  view: TemplateView;
  regionCode: number;
  regionLast: number;
}

/**
 * Of each key the template that counts at a place: the narrowest, built-in ones being the widest. A retired one hides
 * the wider ones of its key, and is itself not offered.
 */
export function narrowestAmong(placed: readonly PlacedTemplate[]): TemplateView[] {
  const width = ({ regionCode, regionLast }: PlacedTemplate) => regionLast - regionCode;
  const narrowest = new Map(builtInTemplates.map((view) => [view.key, view]));
  for (const template of [...placed].sort((a, b) => width(b) - width(a)))
    narrowest.set(template.view.key, template.view);
  return [...narrowest.values()];
}
