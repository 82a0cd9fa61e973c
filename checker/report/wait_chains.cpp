// wait_chains.cpp: follows the waits from thread to lock to thread.
#include "report/wait_chains.hpp"

#include "report/visible.hpp"
#include "report/waits.hpp"

#include <algorithm>

namespace lab::report {
namespace {

constexpr std::size_t longest_label = 20;
constexpr std::size_t most_nodes = 12;  // of a circle
constexpr std::size_t most_chains = 6;
constexpr std::size_t longest_chain = 3;  // waits

WaitNode thread_node(const judge::CaseResult& result, int thread) {
    return {shortened(visible(thread_name(result, thread)), longest_label), true};
}

WaitChain nodes_of(const judge::CaseResult& result, const std::vector<Wait>& waits) {
    WaitChain nodes;
    for (const Wait& wait : waits) {
        nodes.push_back(thread_node(result, wait.thread));
        if (!wait.object.empty()) nodes.push_back({shortened(visible(wait.object), longest_label), false});
    }
    return nodes;
}

}  // namespace

WaitChains wait_chains(const judge::CaseResult& result) {
    const std::vector<Wait> waits = waits_at_end(result);
    if (const std::vector<Wait> circle = circle_of(waits); !circle.empty()) {
        WaitChain nodes = nodes_of(result, circle);
        if (nodes.size() < 2 || nodes.size() > most_nodes) return {};
        return {true, {std::move(nodes)}};
    }
    const auto of_thread = [&](int thread) {
        return std::find_if(waits.begin(), waits.end(), [&](const Wait& wait) { return wait.thread == thread; });
    };
    const auto waited_for = [&](const Wait& wait) {
        return std::any_of(waits.begin(), waits.end(),
                           [&](const Wait& other) { return other.for_thread == wait.thread; });
    };
    WaitChains all;
    for (const Wait& first : waits) {
        if (waited_for(first) || all.chains.size() == most_chains) continue;
        std::vector<Wait> chain;
        for (auto at = of_thread(first.thread); at != waits.end() && chain.size() < longest_chain;
             at = of_thread(at->for_thread))
            chain.push_back(*at);
        WaitChain nodes = nodes_of(result, chain);
        if (const int end = chain.back().for_thread; end >= 0 && of_thread(end) == waits.end())
            nodes.push_back(thread_node(result, end));
        all.chains.push_back(std::move(nodes));
    }
    return all;
}

const char* words_between(const WaitNode& from, const WaitNode& to) {
    if (!from.thread) return "is held by";
    return to.thread ? "waits for the end of" : "waits for";
}

std::string words_of(const WaitChains& waits) {
    std::string words;
    for (const WaitChain& chain : waits.chains)
        for (std::size_t at = 0; at + (waits.circle ? 0 : 1) < chain.size(); ++at) {
            const WaitNode& next = chain[(at + 1) % chain.size()];
            words += chain[at].label + " " + words_between(chain[at], next) + " " + next.label + ". ";
        }
    return words;
}

}  // namespace lab::report
