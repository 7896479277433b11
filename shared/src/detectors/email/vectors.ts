import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Made for this project, with domains of RFC 2606 and large mail services; no mailbox was looked up. */
const mail = (masked: string): Marking => ['email', masked, 0.7];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('email/alone', '⟦zhang.san@qq.com⟧', mail('z***@qq.com')),
  markedVector('email/label', '邮箱：⟦lisi_88@163.com⟧，请查收', mail('l***@163.com')),
  markedVector('email/glued', '请发到⟦wangwu@sina.com.cn⟧谢谢', mail('w***@sina.com.cn')),
  markedVector('email/plus', 'To: ⟦li.na+crm@mail.corp.example⟧;', mail('l***@mail.corp.example')),
  markedVector('email/upper-case', '⟦Zhao.Liu@Outlook.COM⟧', mail('z***@outlook.com')),
  markedVector('email/json', '{"email":"⟦chen_chen@126.com⟧","vip":true}', mail('c***@126.com')),
  markedVector(
    'email/mailto',
    '<a href="mailto:⟦sunqi@foxmail.com⟧">写信</a>',
    mail('s***@foxmail.com'),
  ),
  markedVector('email/digits', '⟦1234567890@qq.com⟧', mail('1***@qq.com')),
  markedVector('email/mobile-inside', '⟦13800138000@139.com⟧', mail('1***@139.com')),
  markedVector('email/full-width', '⟦ｚｈａｎｇ＠ｑｑ．ｃｏｍ⟧', mail('z***@qq.com')),
  markedVector('email/zero-width', '⟦zh\u200bang@q\u200bq.com⟧', mail('z***@qq.com')),
  markedVector('email/chinese-domain', '⟦wang@公司.中国⟧', mail('w***@公司.中国')),
  markedVector(
    'email/list',
    '⟦zhouba@qq.com⟧;⟦wujiu@163.com⟧',
    mail('z***@qq.com'),
    mail('w***@163.com'),
  ),
  markedVector(
    'email/next-sentence',
    'Mail zhao: ⟦zhao88@gmail.com⟧.Thanks',
    mail('z***@gmail.com'),
  ),
  markedVector('email/dump', '⟦wang123@qq.com⟧:hunter', mail('w***@qq.com')),
  markedVector(
    'email/example-domain',
    'Contact: ⟦xiuying.wang@example.org⟧',
    mail('x***@example.org'),
  ),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('email/role', '客服邮箱：service@corp.example'),
  quietVector('email/no-reply', 'From: no-reply@mail.corp.example'),
  quietVector('email/role-with-suffix', 'support-cn@corp.example, zhaopin2@corp.example'),
  quietVector('email/service-number', '10086@139.com'),
  quietVector('email/placeholder', 'user@example.com'),
  quietVector('email/no-dot', 'ssh root@localhost'),
  quietVector('email/git-remote', 'git clone git@github.com:org/repo.git'),
  quietVector('email/scp', 'scp a.txt deploy@srv.corp.example:/var/www'),
  quietVector('email/file', '<img src="logo@2x.png">'),
  quietVector('email/package', 'npm i @types/node@24.1.0 vue@3.5.0'),
  quietVector('email/decorator', '@app.route("/x")\n@media (min-width: 600px) {}'),
  quietVector('email/masked', 'z***@qq.com, zh****an@163.com'),
  quietVector('email/ip', 'admin@192.168.1.1'),
  quietVector('email/matrix', 'y = self.W@x.shape'),
  quietVector('email/two-signs', 'a@b@c.example'),
  quietVector('email/message-id', 'Message-ID: <20240115.101112.7a8b@mx.corp.example>'),
  quietVector('email/bad-domain', 'y@a..com, z@.com'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
