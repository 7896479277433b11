/**
 * Number ranges of mobile phones in mainland China: MIIT numbering table as of 2023-03 (工信部码号资源). Three
 * digits open a whole range, four digits a part of one. Since number portability a range no longer proves the operator. 146,
 * 148 and 149 carry data cards and people alike; satellite phones have 1349 (inside 134), 1610, 1619 and 1740.
 * Compared with libphonenumber's plan by a test. Data: a policy bundle may replace it.
 */
export const MOBILE_PREFIXES: readonly string[] = (
  '130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 ' +
  '162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 ' +
  '190 191 192 193 195 196 197 198 199 1610 1619 1740'
).split(' ');
