import { useTranslation } from 'react-i18next';

const COLUMNS = ['time', 'who', 'where', 'what', 'clause', 'verdict', 'state'] as const;

/** Column titles; the rows say their parts themselves to a screen reader. */
export function ListHead() {
  const { t } = useTranslation();
  return (
    <div className="kd-row kd-list-head" aria-hidden="true">
      <span className="kd-row-mark" />
      {COLUMNS.map((column) => (
        <span key={column} className={`kd-row-${column} kd-cut-off`}>
          {t(`alerts/column/${column}`)}
        </span>
      ))}
    </div>
  );
}

/** Widths in percent, so that the rows look like rows and not like a wall. */
const BONES = [
  [70, 82, 60],
  [52, 66, 84],
  [64, 90, 46],
  [46, 58, 72],
] as const;

/** Rows before there are rows: the same height, the same columns. */
export function SkeletonRows(props: { rows: number }) {
  return (
    <ul aria-hidden="true">
      {Array.from({ length: props.rows }, (_row, index) => {
        const [who, where, what] = BONES[index % BONES.length] ?? BONES[0];
        return (
          <li key={`bone-${index}`} className="kd-row-place">
            <div className="kd-row kd-row-bone">
              <span className="kd-row-mark">
                <i className="kd-bone" style={{ width: 12, height: 12 }} />
              </span>
              <span className="kd-row-time">
                <i className="kd-bone" style={{ width: 54 }} />
              </span>
              <span className="kd-row-who">
                <i className="kd-bone" style={{ width: `${who}%` }} />
              </span>
              <span className="kd-row-where">
                <i className="kd-bone" style={{ width: `${where}%` }} />
              </span>
              <span className="kd-row-what">
                <i className="kd-bone" style={{ width: `${what}%` }} />
              </span>
              <span className="kd-row-clause">
                <i className="kd-bone" style={{ width: '60%' }} />
              </span>
              <span className="kd-row-verdict">
                <i className="kd-bone" style={{ width: 48 }} />
              </span>
              <span className="kd-row-state">
                <i className="kd-bone" style={{ width: 52 }} />
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
