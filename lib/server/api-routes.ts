import "server-only";
import { listAlerts } from "./alerts/list.ts";
import { readBias } from "./analysis/bias.ts";
import { readDistribution } from "./analysis/distribution.ts";
import { readDrift } from "./analysis/drift.ts";
import { readEstimatedPerformance } from "./analysis/estimated-performance.ts";
import { readExplainability } from "./analysis/explainability.ts";
import { readOperations } from "./analysis/operations.ts";
import { readOverview } from "./analysis/overview.ts";
import { readPerformance } from "./analysis/performance.ts";
import { readQuality } from "./analysis/quality.ts";
import { readRootCause } from "./analysis/root-cause.ts";
import { listAuditEvents } from "./audit/list.ts";
import { erasePrediction, erasePredictions } from "./data/erase.ts";
import { listImports } from "./data/imports.ts";
import { postLabels, postPredictions } from "./data/post-rows.ts";
import { putReference } from "./data/put-reference.ts";
import { samplePredictions } from "./data/sample.ts";
import { listIncidents, readIncident } from "./incidents/list.ts";
import {
  acknowledgeIncident,
  assignIncident,
  commentIncident,
  reopenIncident,
  resolveIncident,
  snoozeIncident,
  unacknowledgeIncident,
} from "./incidents/verbs.ts";
import { createKpi } from "./kpis/create.ts";
import { getKpi, listKpis } from "./kpis/list.ts";
import { pushKpiValues } from "./kpis/push-values.ts";
import { removeKpi } from "./kpis/remove.ts";
import { readKpiSeries } from "./kpis/series.ts";
import { kpiSummary } from "./kpis/summary.ts";
import { updateKpi } from "./kpis/update.ts";
import { createModel } from "./models/create.ts";
import { getModel } from "./models/get.ts";
import { inferModelSchema, inferNewSchema } from "./models/infer.ts";
import { listModels } from "./models/list.ts";
import { removeModel } from "./models/remove.ts";
import { updateModel } from "./models/update.ts";
import { createVersion, listVersions, updateVersion } from "./models/versions.ts";
import { decideWatch, readWatch } from "./models/watch.ts";
import type { Operation } from "./operation.ts";
import { listOverview } from "./overview/list.ts";
import { createPerson } from "./people/create.ts";
import { invitePerson, revokeInvitation } from "./people/invite.ts";
import { getPerson, listInvitations, listPeople } from "./people/list.ts";
import { changeOwnPassword, endOwnSessions, readMe } from "./people/me.ts";
import { resetPassword, updatePerson } from "./people/update.ts";
import { createRule } from "./rules/create.ts";
import { deleteRule } from "./rules/delete.ts";
import { listRules, readRule } from "./rules/list.ts";
import { previewRule } from "./rules/preview.ts";
import { updateRule } from "./rules/update.ts";
import { search } from "./shell/search.ts";
import { createTeam } from "./teams/create.ts";
import { getTeam } from "./teams/get.ts";
import { listTeams } from "./teams/list.ts";
import { removeTeam } from "./teams/remove.ts";
import { updateTeam } from "./teams/update.ts";
import { createOwnToken, createToken } from "./tokens/create.ts";
import { listAllTokens, listOwnTokens } from "./tokens/list.ts";
import { revokeOwnToken, revokeToken } from "./tokens/revoke.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Method, path below /api/v1, what it does, status of success, and the body's content types where they are not JSON. */
export type ApiRoute = readonly [method: Method, path: string, operation: Operation, status: 200 | 201 | 204, bodies?: readonly string[]];

const rows = ["application/x-ndjson", "text/csv"] as const;
const values = ["application/json", ...rows] as const;

/** Everything under /api/v1, in the order of the API document. A test compares it with the route files. */
export const apiRoutes: readonly ApiRoute[] = [
  ["GET", "/overview", listOverview, 200],

  ["GET", "/models", listModels, 200],
  ["POST", "/models", createModel, 201],
  ["POST", "/models/infer", inferNewSchema, 200, rows],
  ["GET", "/models/{slug}", getModel, 200],
  ["PATCH", "/models/{slug}", updateModel, 200],
  ["DELETE", "/models/{slug}", removeModel, 204],
  ["POST", "/models/{slug}/schema/infer", inferModelSchema, 200, rows],
  ["GET", "/models/{slug}/versions", listVersions, 200],
  ["POST", "/models/{slug}/versions", createVersion, 201],
  ["PATCH", "/models/{slug}/versions/{version}", updateVersion, 200],

  ["GET", "/models/{slug}/overview", readOverview, 200],
  ["GET", "/models/{slug}/performance", readPerformance, 200],
  ["GET", "/models/{slug}/estimated-performance", readEstimatedPerformance, 200],
  ["GET", "/models/{slug}/drift", readDrift, 200],
  ["GET", "/models/{slug}/drift/distribution", readDistribution, 200],
  ["GET", "/models/{slug}/bias", readBias, 200],
  ["GET", "/models/{slug}/quality", readQuality, 200],
  ["GET", "/models/{slug}/operations", readOperations, 200],
  ["GET", "/models/{slug}/explainability", readExplainability, 200],
  ["GET", "/models/{slug}/root-cause", readRootCause, 200],
  ["GET", "/models/{slug}/watch", readWatch, 200],
  ["POST", "/models/{slug}/watch", decideWatch, 200],
  ["POST", "/models/{slug}/predictions", postPredictions, 200, rows],
  ["GET", "/models/{slug}/predictions", samplePredictions, 200],
  ["DELETE", "/models/{slug}/predictions", erasePredictions, 204],
  ["DELETE", "/models/{slug}/predictions/{id}", erasePrediction, 204],
  ["POST", "/models/{slug}/labels", postLabels, 200, rows],
  ["PUT", "/models/{slug}/reference", putReference, 200, values],
  ["GET", "/models/{slug}/imports", listImports, 200],

  ["GET", "/kpis", listKpis, 200],
  ["POST", "/kpis", createKpi, 201],
  ["GET", "/kpis/summary", kpiSummary, 200],
  ["GET", "/kpis/{slug}", getKpi, 200],
  ["PATCH", "/kpis/{slug}", updateKpi, 200],
  ["DELETE", "/kpis/{slug}", removeKpi, 204],
  ["GET", "/kpis/{slug}/series", readKpiSeries, 200],
  ["POST", "/kpis/{slug}/values", pushKpiValues, 200, values],

  ["GET", "/alert-rules", listRules, 200],
  ["POST", "/alert-rules", createRule, 201],
  ["GET", "/alert-rules/{id}", readRule, 200],
  ["PATCH", "/alert-rules/{id}", updateRule, 200],
  ["DELETE", "/alert-rules/{id}", deleteRule, 204],
  ["POST", "/alert-rules/preview", previewRule, 200],
  ["GET", "/alerts", listAlerts, 200],

  ["GET", "/incidents", listIncidents, 200],
  ["GET", "/incidents/{id}", readIncident, 200],
  ["POST", "/incidents/{id}/acknowledge", acknowledgeIncident, 200],
  ["POST", "/incidents/{id}/unacknowledge", unacknowledgeIncident, 200],
  ["POST", "/incidents/{id}/assign", assignIncident, 200],
  ["POST", "/incidents/{id}/snooze", snoozeIncident, 200],
  ["POST", "/incidents/{id}/comment", commentIncident, 200],
  ["POST", "/incidents/{id}/resolve", resolveIncident, 200],
  ["POST", "/incidents/{id}/reopen", reopenIncident, 200],

  ["GET", "/teams", listTeams, 200],
  ["POST", "/teams", createTeam, 201],
  ["GET", "/teams/{slug}", getTeam, 200],
  ["PATCH", "/teams/{slug}", updateTeam, 200],
  ["DELETE", "/teams/{slug}", removeTeam, 204],
  ["GET", "/users", listPeople, 200],
  ["POST", "/users", createPerson, 201],
  ["GET", "/users/{id}", getPerson, 200],
  ["PATCH", "/users/{id}", updatePerson, 200],
  ["POST", "/users/{id}/reset-password", resetPassword, 200],
  ["GET", "/invitations", listInvitations, 200],
  ["POST", "/invitations", invitePerson, 201],
  ["DELETE", "/invitations/{id}", revokeInvitation, 204],
  ["GET", "/tokens", listAllTokens, 200],
  ["POST", "/tokens", createToken, 201],
  ["DELETE", "/tokens/{id}", revokeToken, 204],
  ["GET", "/audit-events", listAuditEvents, 200],

  ["GET", "/me", readMe, 200],
  ["POST", "/me/password", changeOwnPassword, 200],
  ["DELETE", "/me/sessions", endOwnSessions, 204],
  ["GET", "/me/tokens", listOwnTokens, 200],
  ["POST", "/me/tokens", createOwnToken, 201],
  ["DELETE", "/me/tokens/{id}", revokeOwnToken, 204],
  ["GET", "/search", search, 200],
];
