/** What is said without arguments and with `--help`; at most 80 columns. */
export const USAGE = `客盾文本检测 · Kedun text scan

  npm run --silent scan -- --jsonl [--rules FILE] [--reveal]
  npm run --silent scan -- --text "…" [--rules FILE] [--lang zh|en]

  --jsonl    从标准输入逐行读 {"id","text"} 或 {"id","bytes_b64","encoding"?}，
             逐行输出发现；bytes_b64 的编码由程序判断，encoding 只作提示
             reads a JSON object a line and answers each with its findings; bytes
             are judged, "encoding" is a hint
  --text     检测一段文字，打印带解释的脱敏表格；"-" 表示读标准输入
             scans one text and prints a masked table with reasons; "-" = stdin
  --rules    JSON 规则文件 / rules file, for example
             [{"id":"customer-number","pattern":"KH\\\\d{10}","labels":["客户号"]}]
  --reveal   输出中带原值 / adds raw values to the output
  --lang     表格语言 / language of the table

  退出码 / exit codes: 0 完成 finished · 2 参数或规则有误 wrong usage or rules
`;
