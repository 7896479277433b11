import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Made for this project; keys have the forms their issuers document, and open nothing. */
const secret = (minConfidence: number): Marking => ['credential', '****', minConfidence];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('credential/label', '密码：⟦Abc@1234⟧', secret(0.85)),
  markedVector('credential/prose', '初始密码为⟦Kd2024!x⟧，请尽快修改', secret(0.8)),
  markedVector('credential/changed', '密码已重置为 ⟦Abc12345⟧', secret(0.8)),
  markedVector('credential/digits', '登录密码:⟦123456⟧', secret(0.65)),
  markedVector('credential/glued', '密码⟦Abc@1234⟧', secret(0.65)),
  markedVector('credential/word-of-mouth', 'the password is ⟦Summer2024!⟧', secret(0.8)),
  markedVector('credential/query', 'pwd=⟦admin123⟧&x=1', secret(0.85)),
  markedVector('credential/environment', 'DB_PASSWORD=⟦pg_2024_x⟧', secret(0.85)),
  markedVector('credential/json', '{"password": "⟦s3cr3t!⟧"}', secret(0.85)),
  markedVector('credential/yaml', 'password: ⟦hunter2⟧\n', secret(0.85)),
  markedVector('credential/xml', '<password>⟦abc123⟧</password>', secret(0.85)),
  markedVector('credential/connection', 'Server=db;Uid=sa;Pwd=⟦Sa@12345⟧;', secret(0.85)),
  markedVector('credential/url', 'mysql://root:⟦R00t!pw⟧@db.corp.example:3306/crm', secret(0.85)),
  markedVector('credential/option', 'mysqldump --password=⟦Xy12345⟧ crm', secret(0.85)),
  markedVector('credential/api-key', 'api_key: "⟦a1b2c3d4e5f6a7b8⟧"', secret(0.85)),
  markedVector('credential/header', 'Authorization: Bearer ⟦abcDEF123456.xyz-789⟧', secret(0.85)),
  markedVector('credential/aws', 'id ⟦AKIAIOSFODNN7EXAMPLE⟧', secret(0.9)),
  markedVector('credential/aliyun', '⟦LTAI5tAbCdEfGhJkLmNpQrSt⟧', secret(0.9)),
  markedVector('credential/github', '⟦ghp_0123456789abcdefghijklmnopqrstuvwxyz⟧', secret(0.9)),
  markedVector(
    'credential/jwt',
    '⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmNkZWYifQ.abcDEFghi_xyz-JKL⟧',
    secret(0.9),
  ),
  markedVector(
    'credential/private-key',
    '⟦-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----⟧\n',
    secret(0.9),
  ),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('credential/masked', '密码：******'),
  quietVector('credential/partly-masked', '密码：Ab****12'),
  quietVector('credential/wrong', '密码错误，请重新输入'),
  quietVector('credential/forgotten', '忘记密码？密码忘记了怎么办'),
  quietVector('credential/length', '密码长度为8位，密码至少8位'),
  quietVector('credential/rule', '密码必须包含大小写字母和数字'),
  quietVector('credential/required', '密码：必填'),
  quietVector('credential/age', '密码有效期：90天'),
  quietVector('credential/placeholder', 'password: <password>'),
  quietVector('credential/template', 'password: ${DB_PASSWORD}'),
  quietVector('credential/yours', 'password=your_password'),
  quietVector('credential/null', '{"password": null, "token": ""}'),
  quietVector('credential/type', 'password: string;'),
  quietVector('credential/call', 'password = getPassword()'),
  quietVector('credential/reference', 'const password = req.body.password;'),
  quietVector('credential/variable', '{ password: userPassword, name }'),
  quietVector('credential/reset', 'password reset link'),
  quietVector('credential/sentence', 'The password is required'),
  quietVector('credential/name', 'secretName: app-tls'),
  quietVector('credential/key-system', '密钥管理系统'),
  quietVector('credential/cryptography', '密码学基础'),
  quietVector('credential/url-sample', 'https://user:pass@host/'),
  quietVector('credential/keyboard', 'primary_key: user_id1'),
  quietVector('credential/form', '<input type="password" name="pwd">'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
