import type { TSchema } from 'typebox';
import { ActionSchema } from './action.ts';
import { AlarmSchema } from './alarm.ts';
import { AttemptSchema } from './attempt.ts';
import { CaseSchema } from './case.ts';
import { CauseSchema } from './cause.ts';
import { ClosedCaseSchema } from './closed-case.ts';
import { CodeEntrySchema, CodeNamespaceSchema } from './code.ts';
import { ContradictionSchema } from './contradiction.ts';
import { DeviceSchema } from './device.ts';
import { DrawingSchema } from './drawing.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { KnowledgeSchema } from './knowledge.ts';
import { LearnedSchema } from './learned.ts';
import { LessonSchema } from './lesson.ts';
import { ObservationSchema } from './observation.ts';
import { ReportSchema } from './report.ts';

/** The name stands in the $id with the version that the format's own `schema` field carries. */
const published = (name: string, title: string, schema: TSchema): TSchema => ({
  $id: `urn:duka:${name}:1`,
  title,
  ...schema,
});

/** Everything in docs/formats: file name without `.schema.json` → schema. */
export const SCHEMAS: Readonly<Record<string, TSchema>> = {
  action: published('action', 'Action 处理办法', ActionSchema),
  alarm: published('alarm', 'Alarm 警报', AlarmSchema),
  attempt: published('attempt', 'Read attempt 读卡尝试', AttemptSchema),
  case: published('case', 'Case 案例', CaseSchema),
  cause: published('cause', 'Cause 原因', CauseSchema),
  'closed-case': published('closed-case', 'Closed case 了结的案例', ClosedCaseSchema),
  'code-entry': published('code-entry', 'Code 代码', CodeEntrySchema),
  'code-namespace': published('code-namespace', 'Code namespace 代码字典', CodeNamespaceSchema),
  contradiction: published('contradiction', 'Contradiction 矛盾', ContradictionSchema),
  device: published('device', 'Device 机型', DeviceSchema),
  drawing: published('drawing', 'Drawing 图', DrawingSchema),
  error: published('error', 'Error 错误', ErrorSchema),
  finding: published('finding', 'Finding 发现', FindingSchema),
  knowledge: published('knowledge', 'Knowledge file 知识文件', KnowledgeSchema),
  learned: published('learned', 'Learned 学到的', LearnedSchema),
  lesson: published('lesson', 'Lesson 课', LessonSchema),
  observation: published('observation', 'Observation 现象', ObservationSchema),
  report: published('report', 'Report 报告', ReportSchema),
};
