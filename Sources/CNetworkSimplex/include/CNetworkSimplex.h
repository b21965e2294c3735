#ifndef C_NETWORK_SIMPLEX_H
#define C_NETWORK_SIMPLEX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What became of a minimum-cost flow problem.
enum twin_flow_status { TWIN_FLOW_OPTIMAL = 0, TWIN_FLOW_INFEASIBLE = 1, TWIN_FLOW_UNBOUNDED = 2 };

/// Solves a minimum-cost flow by LEMON's network simplex.
///
/// Nodes are 0 ..< node_count with `supply[node]` (positive sends, negative takes; the supplies sum
/// to 0 or less: demand need not be filled). Arc `i` runs from `tail[i]` to `head[i]`, carries
/// 0 ..< = `capacity[i]` and costs `cost[i]` a unit. On TWIN_FLOW_OPTIMAL `flow` (one an arc),
/// `potential` (one a node) and `total` hold the optimum; else they are untouched.
int32_t twin_network_simplex(
    int32_t node_count, const int64_t *supply,
    int32_t arc_count, const int32_t *tail, const int32_t *head,
    const int64_t *capacity, const int64_t *cost,
    int64_t *flow, int64_t *potential, int64_t *total);

#ifdef __cplusplus
}
#endif

#endif
