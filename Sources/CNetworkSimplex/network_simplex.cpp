#include "CNetworkSimplex.h"

#include <cstddef>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

// A StaticDigraph wants its arcs sorted by tail; `order` keeps the way back to the caller's order.
extern "C" int32_t twin_network_simplex(
    int32_t node_count, const int64_t *supply, int32_t arc_count, const int32_t *tail,
    const int32_t *head, const int64_t *capacity, const int64_t *cost, int64_t *flow,
    int64_t *potential, int64_t *total) {
  std::vector<std::size_t> start(static_cast<std::size_t>(node_count) + 1, 0);
  for (int32_t arc = 0; arc < arc_count; ++arc) ++start[static_cast<std::size_t>(tail[arc]) + 1];
  for (std::size_t node = 1; node < start.size(); ++node) start[node] += start[node - 1];

  std::vector<int32_t> order(static_cast<std::size_t>(arc_count));
  for (int32_t arc = 0; arc < arc_count; ++arc) {
    order[start[static_cast<std::size_t>(tail[arc])]++] = arc;
  }
  std::vector<std::pair<int, int>> sorted;
  sorted.reserve(order.size());
  for (int32_t arc : order) sorted.push_back(std::make_pair(tail[arc], head[arc]));

  typedef lemon::StaticDigraph Graph;
  Graph graph;
  graph.build(node_count, sorted.begin(), sorted.end());
  Graph::ArcMap<int64_t> upper(graph), price(graph);
  Graph::NodeMap<int64_t> give(graph);
  for (std::size_t i = 0; i < order.size(); ++i) {
    upper[graph.arc(static_cast<int>(i))] = capacity[order[i]];
    price[graph.arc(static_cast<int>(i))] = cost[order[i]];
  }
  for (int node = 0; node < node_count; ++node) give[graph.node(node)] = supply[node];

  lemon::NetworkSimplex<Graph, int64_t, int64_t> simplex(graph);
  simplex.upperMap(upper).costMap(price).supplyMap(give);
  simplex.supplyType(lemon::NetworkSimplex<Graph, int64_t, int64_t>::GEQ);
  switch (simplex.run()) {
    case lemon::NetworkSimplex<Graph, int64_t, int64_t>::OPTIMAL: break;
    case lemon::NetworkSimplex<Graph, int64_t, int64_t>::UNBOUNDED: return TWIN_FLOW_UNBOUNDED;
    default: return TWIN_FLOW_INFEASIBLE;
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    flow[order[i]] = simplex.flow(graph.arc(static_cast<int>(i)));
  }
  for (int node = 0; node < node_count; ++node) potential[node] = simplex.potential(graph.node(node));
  *total = simplex.totalCost<int64_t>();
  return TWIN_FLOW_OPTIMAL;
}
