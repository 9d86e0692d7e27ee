import {
  DomainError,
  type NeedContent,
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

type Wishes = NeedContent & Pick<PostNeedInput, 'stops'>;

/**
 * A need as its template and its poster have it: what is told counts, what is left out the template fills in.
 * Requirements only add up: nobody who posts can waive what a template demands.
 * @throws DomainError `request.invalid`, naming each field that neither of the two gives
 */
export function draftOf(wishes: Wishes, template: TemplateView | undefined): Draft {
  const { type, summary, expectedMinutes } = { ...template, ...told(wishes) };
  const purchaseCeilingFen = wishes.purchaseCeilingFen ?? null;
  if (type === undefined || summary === undefined || expectedMinutes === undefined)
    throw missing({ type, summary, expectedMinutes });
  if (template?.isPurchase && purchaseCeilingFen === null)
    throw wrong('purchaseCeilingFen', 'a purchase needs a cost ceiling');
  const slots = wishes.slots ?? template?.slots ?? 1;
  if (wishes.stops && wishes.stops.length > 0 && slots > 1)
    throw wrong('slots', 'an errand with stops is for one volunteer');
  const asked = new Set([...(template?.requirements ?? []), ...(wishes.requirements ?? [])]);
  return {
    type,
    summary,
    expectedMinutes,
    slots,
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

function missing(values: Record<string, unknown>): DomainError {
  const names = Object.keys(values).filter((name) => values[name] === undefined);
  const fields = names.map((field) => ({ field, rules: ['needed where no template gives it'] }));
  return new DomainError('request.invalid', { fields });
}

function wrong(field: string, rule: string): DomainError {
  return new DomainError('request.invalid', { fields: [{ field, rules: [rule] }] });
}
