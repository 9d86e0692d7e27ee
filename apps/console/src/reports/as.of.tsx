import { useLanguage, useText } from '../language';
import { moment } from '../time';

/** How fresh figures are: when the newest event they count happened. */
export function AsOf({ at }: { at: string | undefined }) {
  const t = useText();
  const language = useLanguage();
  return (
    <p className="quiet">
      {at
        ? t(`数据截至 ${moment(at, language)}`, `As of ${moment(at, language)}`)
        : t('还没有任何记录', 'Nothing has been counted yet')}
    </p>
  );
}
