import type { Verdict, VerdictReason } from '@kedun/shared/contracts/verdict';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../i18n/use-language.ts';
import { SeverityMark, VerdictMark } from '../theme/marks.tsx';

/** The rule that made the verdict: the strictest that is enforced and not lifted. Null where none was. */
function deciding(verdict: Verdict): VerdictReason | null {
  return (
    verdict.reasons.find(
      (reason) =>
        reason.mode === 'enforce' &&
        reason.exception === undefined &&
        reason.action === verdict.action,
    ) ?? null
  );
}

function Reason(props: { reason: VerdictReason; decided: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reason, decided } = props;
  return (
    <li className="kd-reason" data-decided={decided || undefined}>
      <div className="kd-reason-head">
        <span className="kd-mono kd-clause">{reason.clause.clause}</span>
        <strong>{reason.clauseTitle[language]}</strong>
        <span className="kd-reason-marks">
          {decided && <span className="kd-tag">{t('detail/decided')}</span>}
          {reason.mode === 'simulate' && (
            <span className="kd-tag" data-tone="warn" title={t('detail/simulatedHint')}>
              {t('detail/simulated')}
            </span>
          )}
          <SeverityMark severity={reason.severity} word />
          <VerdictMark action={reason.action} word />
        </span>
      </div>
      <p className="kd-muted">{reason.message[language]}</p>
      <p className="kd-faint">
        {t('detail/insteadLabel')} · {reason.alternative[language]}
      </p>
      <p className="kd-reason-ids kd-faint">
        <span>
          {t('detail/ruleLabel')} <span className="kd-mono">{reason.rule}</span>
        </span>
        <span className="kd-mono">{reason.clause.pack}</span>
        {reason.exception !== undefined && (
          <span className="kd-tag" data-tone="warn">
            {t('detail/exception', { id: reason.exception })}
          </span>
        )}
      </p>
    </li>
  );
}

/** Every rule that matched, strictest first; simulated and lifted ones are marked. */
export function Reasons(props: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { verdict } = props;
  const decided = deciding(verdict);
  return (
    <>
      {verdict.failure !== undefined && (
        <p className="kd-note" data-tone="warn">
          <strong>{t('detail/failure')}</strong> {t(`failure/${verdict.failure}`)}
        </p>
      )}
      {verdict.reasons.length === 0 ? (
        <p className="kd-muted">{t('detail/noReasons')}</p>
      ) : (
        <ol className="kd-reasons">
          {verdict.reasons.map((reason) => (
            <Reason
              key={`${reason.rule}:${reason.clause.clause}:${reason.exception ?? ''}`}
              reason={reason}
              decided={reason === decided}
            />
          ))}
        </ol>
      )}
    </>
  );
}
