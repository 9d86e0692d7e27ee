import {
  DomainError,
  type NeedRequirement,
  needRequirements,
  type NeedType,
  type PostNeedInput,
  type TemplateView,
} from '#contracts';

/** What is asked for, after a template has filled in what was left out. */
export interface Draft {
  type: NeedType;
  summary: string;
  expectedMinutes: number;
  slots: number;
  riskNotice: string | null;
  requirements: NeedRequirement[];
  purchaseCeilingFen: number | null;
  escalationMinutes: number | null;
  templateId: string | null;
  templateVersion: number | null;
}

type Wishes = Pick<
  PostNeedInput,
  'type' | 'summary' | 'expectedMinutes' | 'slots' | 'riskNotice' | 'requirements' | 'purchaseCeilingFen'
>;

/**
 * A need as its template and its poster have it: what is told counts, what is left out the template fills in.
 * Requirements only add up: nobody who posts can waive what a template demands.
 * @throws DomainError `request.invalid`, naming each field that neither of the two gives
 */
export function draftOf(wishes: Wishes, template: TemplateView | undefined): Draft {
  const { type, summary, expectedMinutes } = { ...template, ...told(wishes) };
  const purchaseCeilingFen = wishes.purchaseCeilingFen ?? null;
  if (type === undefined || summary === undefined || expectedMinutes === undefined)
    throw missing({ type, summary, expectedMinutes }, 'needed where no template gives it');
  if (template?.isPurchase && purchaseCeilingFen === null)
    throw missing({ purchaseCeilingFen: undefined }, 'a purchase needs a cost ceiling');
  const asked = new Set([...(template?.requirements ?? []), ...(wishes.requirements ?? [])]);
  return {
    type,
    summary,
    expectedMinutes,
    slots: wishes.slots ?? template?.slots ?? 1,
    riskNotice: wishes.riskNotice ?? template?.riskNotice ?? null,
    requirements: needRequirements.filter((requirement) => asked.has(requirement)),
    purchaseCeilingFen,
    escalationMinutes: template?.escalationMinutes ?? null,
    templateId: template?.id ?? null,
    templateVersion: template?.version ?? null,
  };
}

function told(wishes: Wishes): Partial<Wishes> {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
}

function missing(values: Record<string, unknown>, rule: string): DomainError {
  const names = Object.keys(values).filter((name) => values[name] === undefined);
  return new DomainError('request.invalid', { fields: names.map((field) => ({ field, rules: [rule] })) });
}
