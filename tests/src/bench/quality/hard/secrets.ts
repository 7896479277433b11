/** Secrets, marks, configured words, names and addresses where they are hard to see. */
import { labelled, type Piece, t } from '../piece.ts';
import type { Fill } from '../fill.ts';
import { exact } from '../fill.ts';
import type { Kind } from '../texts/template.ts';
import { HEX, password, token } from '../values/words.ts';
import { ipAddress } from '../values/look-alikes.ts';

const secret = (value: string, before = '', after = ''): Piece =>
  labelled('credential', value, value, { before, after });

const BASE64 = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const UPPER = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

function privateKey(fill: Fill): Piece {
  const kind = fill.pick(['RSA ', 'EC ', 'OPENSSH ', '']);
  const body = Array.from({ length: fill.int(4, 10) }, () => token(fill.random, 64, BASE64)).join(
    '\n',
  );
  return secret(body, `-----BEGIN ${kind}PRIVATE KEY-----\n`, `\n-----END ${kind}PRIVATE KEY-----`);
}

const credentials: Kind = {
  id: 'credentials',
  prose: false,
  templates: [
    privateKey,
    (f) =>
      t`aws_access_key_id = ${secret(`AKIA${token(f.random, 16, UPPER)}`)}\naws_secret_access_key = ${secret(token(f.random, 40, BASE64))}`,
    (f) => t`api_key: "${secret(token(f.random, 32, HEX))}"`,
    (f) => t`export GITHUB_TOKEN=${secret(`ghp_${token(f.random, 36)}`)}`,
    (f) =>
      t`mysql://crm:${secret(password(f.random).replaceAll(/[@#!$]/g, 'x'))}@${ipAddress(f.random)}:3306/customers`,
    (f) => t`Authorization: ${secret(token(f.random, 40), 'Bearer ')}`,
    (f) => t`const secretKey = '${secret(token(f.random, 40))}';`,
    (f) => t`账号admin,密码${f.password()}`,
    (f) => t`服务器 ${ipAddress(f.random)} 用户名 root 密码 ${f.password()}`,
    (f) => t`wifi密码:${f.password()},别外传`,
    (f) => t`username: ops\npasswd: ${f.password()}`,
    (f) =>
      t`<connectionString>Server=${ipAddress(f.random)};User Id=sa;Password=${f.password()};</connectionString>`,
    (f) => t`-u report -p'${f.password()}' -h ${ipAddress(f.random)}`,
    (f) => t`初始口令为${f.password()},首次登录后请修改`,
  ],
};

const marks: Kind = {
  id: 'marks-and-words',
  prose: true,
  templates: [
    (f) => t`${f.mark()}\n\n关于${f.company()}合作情况的报告\n一、基本情况`,
    (f) => t`                              ${f.mark()}\n${f.department()}文件`,
    (f) =>
      t`密级:${exact('secrecy-mark', f.pick(['机密', '秘密', '绝密', '核心商秘', '普通商秘']))}\n文号:客〔${f.int(2018, 2026)}〕${f.int(1, 200)}号`,
    (f) =>
      t`【${exact('secrecy-mark', f.pick(['机密', '秘密', '内部资料', '商业秘密']))}】年度客户经营分析`,
    (f) => t`Re: ${f.keyword()} 的报价单,明早发你`,
    (f) => t`分支名 feature/x,关联项目${f.keyword()}`,
    (f) => t`客户${f.customerNumber()}续约,合同${f.contractNumber()}见附件`,
    (f) => t`客户编号 ${f.customerNumber()} / ${f.customerNumber()}\n${f.broadband()} 已拆机`,
    (f) => t`${f.contractNumber()}、${f.contractNumber()}两份合同未归档`,
  ],
};

const people: Kind = {
  id: 'names-and-addresses',
  prose: true,
  templates: [
    (f) => t`客户${f.name()}先生来电,手机${f.mobile()}`,
    (f) => t`${f.name()}女士,${f.mobile()},${f.address()}`,
    (f) => t`${f.name()} ${f.mobile()}\n${f.name()} ${f.mobile()}\n${f.name()} ${f.mobile()}`,
    (f) => t`${f.name()},${f.pick(['男', '女'])},${f.residentId()},住${f.address()}`,
    (f) => t`送到${f.address()},联系人:${f.name()},电话${f.mobile()}`,
    (f) => t`寄:${f.address()}(${f.name()} 收) ${f.mobile()}`,
    (f) => t`患者${f.name()},住院号${f.digits(8)},联系电话${f.mobile()}`,
    (f) => t`户主姓名:${f.name()};共有人姓名:${f.name()};坐落:${f.address()}`,
    (f) => t`借款人:${f.name()}(身份证号${f.residentId()})`,
    (f) => t`客户姓名|${f.name()}|联系地址|${f.address()}`,
    (f) => t`上门地址是${f.address()},到了打${f.mobile()}`,
  ],
};

export const HARD_SECRETS: readonly Kind[] = [credentials, marks];
export const HARD_PEOPLE: Kind = people;
