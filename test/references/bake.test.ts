import { describe, expect, test } from 'vitest';
import { readBake, type BakeTarget } from '../../src/references/bake.ts';
import { refusalOf } from '../support/refusal.ts';

const read = (text: string, environment = {}, file = 'docker-bake.hcl') => readBake(file, text, environment);
const target = (text: string, name = 'app', environment = {}): BakeTarget | undefined =>
  read(text, environment).targets.find((one) => one.name === name);
const argument = (expression: string, before = ''): string | undefined => {
  const found = target(`${before}\ntarget "app" {\n  args = { v = ${expression} }\n}\n`);
  return found?.problems[0]?.message.replace(/^.*cannot be(?: known)?: /, 'refused: ') ?? found?.args['v'];
};

describe('targets of a bake file', () => {
  test('a target says what is built, and where it stands', () => {
    const text = [
      'target "base" { args = { A = "1", B = 1 } }',
      'target "app" {',
      '  inherits   = ["base"]',
      '  context    = "./app"',
      '  dockerfile = "Dockerfile.app"',
      '  target     = "runtime"',
      '  args       = { B = true, C = null }',
      '  contexts   = { alpine = "docker-image://alpine:3.20" }',
      '  tags       = ["r.example/app:1", ""]',
      '  platforms  = ["linux/amd64"]',
      '}',
    ].join('\n');
    expect(target(text)).toEqual({
      name: 'app',
      place: { file: 'docker-bake.hcl', line: 2, column: 1 },
      context: './app',
      dockerfile: 'Dockerfile.app',
      target: 'runtime',
      args: { A: '1', B: 'true' },
      contexts: { alpine: 'docker-image://alpine:3.20' },
      tags: ['r.example/app:1'],
      platforms: ['linux/amd64'],
      problems: [],
    });
  });

  test('nothing said is the default, and a text is no file', () => {
    expect(target('target "app" {}')).toMatchObject({ context: '.', dockerfile: 'Dockerfile', args: {}, tags: [] });
    expect(target('target "app" { dockerfile-inline = "FROM x" }')).not.toHaveProperty('dockerfile');
  });

  test('blocks of one name are one target; later parents win over earlier ones', () => {
    const text =
      'target "a" { target = "a" }\ntarget "b" { target = "b" }\ntarget "app" { inherits = ["a", "b"] }\ntarget "app" { context = "x" }';
    expect(target(text)).toMatchObject({ target: 'b', context: 'x' });
  });

  test('a matrix makes targets and a group', () => {
    const text =
      'target "app" {\n matrix = { v = ["1.0", "2.0"], os = ["a"] }\n name = "app-${os}-${sanitize(v)}"\n tags = ["app:${v}"]\n}';
    const { targets, groups } = read(text);
    expect(targets.map(({ name, tags }) => [name, ...tags])).toEqual([
      ['app-a-1_0', 'app:1.0'],
      ['app-a-2_0', 'app:2.0'],
    ]);
    expect(groups.get('app')).toEqual(['app-a-1_0', 'app-a-2_0']);
  });

  test('groups keep their order', () => {
    expect(
      read('group "default" { targets = ["b", "a"] }\ntarget "a" {}\ntarget "b" {}').groups.get('default'),
    ).toEqual(['b', 'a']);
  });

  test.each([
    ['the default', {}, '1'],
    ['the environment', { V: '7' }, '7'],
    ['no member of an object', {}, '1'],
  ])('a variable is %s', (_, environment, expected) => {
    expect(
      target('variable "V" { default = 1 }\ntarget "app" { args = { v = V } }', 'app', environment)?.args['v'],
    ).toBe(expected);
  });

  test('JSON says the same', () => {
    const json =
      '{"variable": {"V": {"default": "x"}}, "target": {"app": {"dockerfile": "D", "args": {"v": "${upper(V)}", "n": 1}}}, "group": {"default": {"targets": ["app"]}}}';
    const { targets, groups } = read(json, {}, 'docker-bake.json');
    expect(targets).toMatchObject([{ name: 'app', dockerfile: 'D', args: { v: 'X', n: '1' }, place: { line: 1 } }]);
    expect(groups.get('default')).toEqual(['app']);
  });
});

describe('expressions', () => {
  test.each([
    ['"a${1 + 2 * 3}b"', 'a7b'],
    ['(1 + 2) * 3', '9'],
    ['-2 + 5', '3'],
    ['7 % 4', '3'],
    ['1 < 2 && !false ? "y" : "n"', 'y'],
    ['1 == "1" ? "y" : "n"', 'n'],
    ['[1, 2][1]', '2'],
    ['{ a = "x", "b" : "y" }["b"]', 'y'],
    ['{ a = { b = "deep" } }.a.b', 'deep'],
    ['join("-", [for x in ["a", "b", "c"] : upper(x) if x != "b"])', 'A-C'],
    ['join(",", [for k, v in { b = 2, a = 1 } : "${k}${v}"])', 'a1,b2'],
    ['{ for x in ["a", "b"] : x => "${x}!" }["b"]', 'b!'],
    ['join("+", { for x in ["a", "b", "aa"] : substr(x, 0, 1) => x... }["a"])', 'a+aa'],
    ['join(",", [{ n = "a" }, { n = "b" }][*].n)', 'a,b'],
    ['"\\u0041\\t\\"$${x} %%{y}"', 'A\t"${x} %{y}'],
    ['<<EOT\none\n  two ${1}\nEOT\n', 'one\n  two 1\n'],
    ['<<-EOT\n    one\n      two\n    EOT\n', 'one\n  two\n'],
    ['join("", ["a" /* b */, # c\n "d", // e\n])', 'ad'],
    ['concat([["a"], ["b"]]...)[1]', 'b'],
    ['3.5', '3.5'],
  ])('%s', (expression, expected) => {
    expect(argument(expression)).toBe(expected);
  });

  test.each([
    ['replace("a.b.c", ".", "-")', 'a-b-c'],
    ['trimprefix("v1", "v")', '1'],
    ['trimsuffix("1-rc", "-rc")', '1'],
    ['trim("--a-", "-")', 'a'],
    ['split("/", "a/b")[1]', 'b'],
    ['format("%s-%d%%", "a", 2)', 'a-2%'],
    ['join(" ", formatlist("%s:%s", "r", ["1", "2"]))', 'r:1 r:2'],
    ['length(compact(["", "a"]))', '1'],
    ['lookup({ a = 1 }, "b", "z")', 'z'],
    ['join(",", keys(merge({ b = 1 }, { a = 2 })))', 'a,b'],
    ['element(["a", "b"], 3)', 'b'],
    ['contains(["a"], "a")', 'true'],
    ['join(",", flatten([["a"], [["b"]]]))', 'a,b'],
    ['regex_replace("v1.2.3", "^v([0-9]+).*$", "$1")', '1'],
    ['regex("[0-9]+", "a12")', '12'],
    ['regex("(a)(b)", "ab")[1]', 'b'],
    ['length(regexall("a", "banana"))', '3'],
    ['join(",", range(3))', '0,1,2'],
    ['index(["a", "b"], 1)', 'b'],
    ['max(1, 5, 3)', '5'],
    ['md5("")', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['base64encode("hi")', 'aGk='],
    ['join(",", distinct(sort(["b", "a", "b"])))', 'a,b'],
    ['equal("a", "a") && notequal(1, 2)', 'true'],
  ])('the function in %s', (expression, expected) => {
    expect(argument(expression)).toBe(expected);
  });

  test('functions of the file’s own, with the names of the file', () => {
    const own =
      'P = "p"\nfunction "f" {\n params = [a]\n variadic_params = rest\n result = "${P}${a}${length(rest)}"\n}';
    expect(argument('f("x", 1, 2)', own)).toBe('px2');
  });

  test('what another target says', () => {
    expect(argument('target.other.tags[0]', 'target "other" { tags = ["t:1"] }')).toBe('t:1');
  });
});

describe('what is refused', () => {
  test.each([
    ['timestamp()', 'refused: the function timestamp is not understood here.'],
    ['nowhere', 'refused: there is no variable nowhere.'],
    ['BAKE_LOCAL_PLATFORM', 'refused: BAKE_LOCAL_PLATFORM depends on where bake runs, or on other targets.'],
    ['[1][2]', 'refused: there is no element 2.'],
    ['1 / 0', 'refused: that is a division by zero.'],
    ['"a${null}"', 'refused: null is no text.'],
    ['[1]', 'refused: a list is no text.'],
    ['regex("(a+)+$", "aaaa")', 'refused: the pattern "(a+)+$" is not understood here.'],
    ['target.app.args', 'refused: target.app.args depends on itself.'],
  ])('%s', (expression, reason) => {
    expect(argument(expression)).toBe(reason);
  });

  test('more work than a file may make', { tags: 'thorough' }, () => {
    const million = 'join("", [for a in range(1000) : join("", [for b in range(1000) : "x"])])';
    expect(argument(million)).toBe('refused: the file takes too much work.');
  });

  test('variables and functions that go round in circles', () => {
    expect(argument('A', 'variable "A" { default = B }\nvariable "B" { default = A }')).toBe(
      'refused: A depends on itself.',
    );
    expect(argument('f(1)', 'function "f" {\n params = [a]\n result = f(a)\n}')).toBe(
      'refused: f() depends on itself.',
    );
  });

  test('a part that cannot be known leaves the others known', () => {
    expect(
      target('target "app" { context = "c", }'.replace(',', '\n') + '\ntarget "b" { inherits = ["gone"] }', 'b')
        ?.problems,
    ).toMatchObject([
      { code: 'bake-unknown', message: 'What the target inherits cannot be known: gone is not in this file.' },
    ]);
    expect(read('target "a" {\n tags = [timestamp()]\n context = "c"\n}').targets).toMatchObject([
      { context: 'c', tags: [], problems: [{ place: { line: 2 } }] },
    ]);
  });

  test.each([
    ['target "a" { inherits = ["a"] }', 'bake-unknown'],
    ['target "a" { name = "b" }', 'bake-unknown'],
    ['target "a" {\n matrix = { x = ["1", "2"] }\n}', 'bake-unknown'],
    ['target "a" {\n matrix = { x = "1" }\n}', 'bake-unknown'],
    ['group "g" { targets = [nowhere] }', 'bake-group'],
    ['group "g" { matrix = {} }', 'bake-group'],
    ['targets "a" {}', 'bake-block'],
    ['variable "V" {\n validation {\n condition = V != ""\n error_message = "V is needed."\n }\n}', 'bake-validation'],
  ])('%s', (text, code) => {
    const { problems, targets } = read(text);
    expect([...problems, ...targets.flatMap((one) => one.problems)].map((one) => one.code)).toEqual([code]);
  });

  test.each([
    ['target "a" {', 1],
    ['target "a" {\n  x =\n}', 2],
    ['target "a" {\n  x = "1\n}', 2],
    ['a = 1\na = 2', 2],
    ['a = <<EOT\nb', 1],
    ['a = "%{ if true }x%{ endif }"', 1],
    ['a = 1 2', 1],
    ['a = /* b', 1],
    [`a = ${'['.repeat(100)}`, 1],
    [`a = ${'!'.repeat(100)}true`, 1],
  ])('%s', (text, line) => {
    expect(refusalOf(() => read(text)).problems).toMatchObject([
      { code: 'hcl-syntax', place: { file: 'docker-bake.hcl', line } },
    ]);
  });
});
