import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, newId, type Schemas } from '../api';
import { useText } from '../language';
import { fromField } from '../time';
import { useUndo } from '../undo';
import { weeklyRule, weekdayOf } from './recurrence';
import type { RepeatFields } from './repeat';

type Template = Schemas['TemplateView'];

/** What the form is filled in with. */
export interface Fields extends RepeatFields {
  residentId: string;
  templateId: string;
  channel: 'phone' | 'walkIn' | 'homeVisit';
  summary: string;
  expectedMinutes: number;
  windowStart: string;
  windowEnd: string;
  ceilingYuan?: number;
  slots: number;
  groupId?: string;
}

const minuteMs = 60_000;

/** The part of a need that is the same each time it comes. */
function contentOf(fields: Fields, templates: readonly Template[]) {
  const { residentId, templateId, channel, summary, expectedMinutes, slots, ceilingYuan, groupId } = fields;
  const isPurchase = templates.find(({ id }) => id === templateId)?.isPurchase ?? false;
  const purchaseCeilingFen = isPurchase && ceilingYuan ? Math.round(ceilingYuan * 100) : undefined;
  return {
    ...{ residentId, templateId, channel, summary, expectedMinutes, slots },
    ...{ purchaseCeilingFen, groupId },
  };
}

function postOnce(id: string, fields: Fields, templates: readonly Template[]) {
  const { windowStart, windowEnd } = fields;
  return api.post('/api/v1/needs', {
    body: {
      ...contentOf(fields, templates),
      ...{ id, windowStart: fromField(windowStart), windowEnd: fromField(windowEnd) },
    },
  });
}

function postWeekly(id: string, fields: Fields, templates: readonly Template[]) {
  const { windowStart, windowEnd, weekdays, until, skipsHolidays } = fields;
  const [firstDay = '', startTime = ''] = windowStart.split('T');
  return api.post('/api/v1/need-series', {
    body: {
      ...contentOf(fields, templates),
      ...{ id, firstDay, startTime, holidays: skipsHolidays ? ('skip' as const) : ('keep' as const) },
      windowMinutes: Math.round(
        (Date.parse(fromField(windowEnd)) - Date.parse(fromField(windowStart))) / minuteMs,
      ),
      rule: weeklyRule(weekdays ?? [weekdayOf(firstDay)], until ?? firstDay),
    },
  });
}

const notYetTaken: readonly Schemas['NeedView']['state'][] = ['submitted', 'verified', 'forwarded'];

/** One id for all attempts of one form, so that a retry cannot post twice. What was posted once can be taken back. */
export function usePost(templates: readonly Template[]) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const [id] = useState(newId);
  const path = { id };
  const takeBack = async () => {
    const { state } = await api.get('/api/v1/needs/{id}', { path });
    if (!notYetTaken.includes(state))
      return t('社工站已受理：请在看板上取消', 'The station has taken it on: cancel it on the board');
    const reason = t('发布后随即撤回', 'Taken back at once');
    await api.post('/api/v1/needs/{id}/cancellation', { path, body: { reason } });
    return undefined;
  };
  return useMutation({
    mutationFn: async (fields: Fields) => {
      const isWeekly = fields.repeats === 'weekly';
      await (isWeekly ? postWeekly : postOnce)(id, fields, templates);
      return isWeekly;
    },
    onSuccess: async (isWeekly) => {
      await queries.invalidateQueries({ queryKey: [isWeekly ? 'series' : 'needs'] });
      await navigate(isWeekly ? '/needs/series' : '/needs');
      if (!isWeekly)
        offerUndo({
          said: t('已发布，社工站同时收到。', 'Posted; the station has it.'),
          undo: takeBack,
          changes: ['needs', 'need'],
        });
    },
  });
}
