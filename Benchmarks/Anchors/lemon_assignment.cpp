// The same assignments as assign-bench by LEMON's network simplex alone, as its users would call it.
//
// usage: lemon_assignment REPEATS FILE…     prints a JSON object a file; reading is not measured
// build: c++ -O2 -o lemon_assignment lemon_assignment.cpp
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

typedef lemon::SmartDigraph Graph;
typedef lemon::NetworkSimplex<Graph, long long, long long> Simplex;

static const long long unplaced_cost = 200000;

struct Arc {
  int origin, destination, cost;
};

static double now() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int main(int argc, char **argv) {
  if (argc < 3 || std::atoi(argv[1]) < 1) {
    std::fprintf(stderr, "usage: lemon_assignment REPEATS FILE...\n");
    return 64;
  }
  for (int number = 2; number < argc; ++number) {
    std::FILE *file = std::fopen(argv[number], "r");
    int origins, destinations, arc_count;
    if (!file || std::fscanf(file, "%d %d %d", &origins, &destinations, &arc_count) != 3) return 66;
    std::vector<int> demand(origins), capacity(destinations);
    std::vector<Arc> arcs(arc_count);
    for (int &value : demand)
      if (std::fscanf(file, "%d", &value) != 1) return 65;
    for (int &value : capacity)
      if (std::fscanf(file, "%d", &value) != 1) return 65;
    for (Arc &arc : arcs)
      if (std::fscanf(file, "%d %d %d", &arc.origin, &arc.destination, &arc.cost) != 3) return 65;
    std::fclose(file);

    std::vector<double> whole, solving;
    long long cost = 0;
    for (int repeat = 0; repeat < std::atoi(argv[1]); ++repeat) {
      const double start = now();
      Graph graph;
      graph.reserveNode(origins + destinations + 1);
      graph.reserveArc(arc_count + origins + destinations);
      for (int node = 0; node < origins + destinations + 1; ++node) graph.addNode();
      const Graph::Node sink = graph.nodeFromId(origins + destinations);
      Graph::ArcMap<long long> upper(graph), price(graph);
      Graph::NodeMap<long long> supply(graph);
      long long total = 0;
      for (const Arc &arc : arcs) {
        const Graph::Arc added =
            graph.addArc(graph.nodeFromId(arc.origin), graph.nodeFromId(origins + arc.destination));
        upper[added] = demand[arc.origin];
        price[added] = arc.cost;
      }
      for (int origin = 0; origin < origins; ++origin) {
        const Graph::Arc added = graph.addArc(graph.nodeFromId(origin), sink);
        upper[added] = demand[origin];
        price[added] = unplaced_cost;
        supply[graph.nodeFromId(origin)] = demand[origin];
        total += demand[origin];
      }
      for (int destination = 0; destination < destinations; ++destination) {
        const Graph::Arc added = graph.addArc(graph.nodeFromId(origins + destination), sink);
        upper[added] = capacity[destination];
      }
      supply[sink] = -total;
      Simplex simplex(graph);
      simplex.upperMap(upper).costMap(price).supplyMap(supply);
      const double built = now();
      if (simplex.run() != Simplex::OPTIMAL) return 70;
      solving.push_back(now() - built);
      whole.push_back(now() - start);
      cost = simplex.totalCost<long long>();
    }
    std::printf("{\"cost\": %lld, \"cpu_s\": %.4f, \"solve_cpu_s\": %.4f}\n", cost, median(whole),
                median(solving));
  }
}
