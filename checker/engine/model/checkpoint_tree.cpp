// checkpoint_tree.cpp: where checkpoints are made, and which one an execution continues at.
#include "model/checkpoint_tree.hpp"

#include "interpose/export.hpp"
#include "memory/imports.hpp"
#include "model/execution.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <span>
#include <utility>

namespace interleave {
namespace {

constexpr std::uint64_t first_look = 8;  // executions without news before there is a checkpoint
constexpr std::size_t most_nodes = 128;  // more would no longer be in the processor's caches
constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr unsigned most_fibers = 8;  // whose thread-local blocks are looked at

// Seldom, because it begins anew; often where assertions are to find a mistake.
bool is_to_be_compared(std::uint64_t execution) {
#ifdef NDEBUG
    return std::has_single_bit(execution);
#else
    return execution % 4 == 0;
#endif
}

}  // namespace

void CheckpointTree::forget() {
    nodes_.clear();
    links_.clear();
    taken_.clear();
    checkpoints_.clear();
    size_ = 0;
    calm_ = 0;
}

CheckpointTree::Plan CheckpointTree::plan(void (*body)(void*), void* argument, std::uint64_t checkpoint_after) {
    if (body != body_ || argument != argument_) forget();
    body_ = body;
    argument_ = argument;
    often_ = checkpoint_after;
    stop_ = Stop::nowhere;
    if (given_up_ || often_ == 0) return Plan::begin_anew;
    ++calm_;
    if (calm_ >= first_look && is_to_be_compared(calm_)) {
        static const bool harmless = imports_act_on_memory_only() && !exec.library_memory_at_start;
        given_up_ = !harmless;
        if (harmless) find_libraries();
        stop_ = harmless ? Stop::at_first_choice : Stop::nowhere;
        return harmless ? Plan::look : Plan::begin_anew;
    }
    return nodes_.empty() ? Plan::begin_anew : Plan::continue_;
}

void CheckpointTree::put_back(Execution& into, Random& random) {
    std::size_t at = 0;
    while (nodes_[at].branches != 0) {
        Random ahead = random;
        const std::size_t branch = nodes_[at].first + ahead.below(nodes_[at].branches);
        if (links_[branch] == 0) {
            if (++taken_[branch] % often_ == 0 && nodes_.size() < most_nodes) {
                stop_ = Stop::behind_branch;
                stop_branch_ = branch;
            }
            break;
        }
        random = ahead;
        at = links_[branch];
    }
    checkpoints_[at]->put_back(into);
}

bool CheckpointTree::stops_at_next_choice() {
    if (stop_ == Stop::nowhere) return false;
    libraries_.keep();
    return true;
}

void CheckpointTree::reached(const Execution& now, const Random& random) {
    const Stop stop = std::exchange(stop_, Stop::nowhere);
    const std::size_t known = stop == Stop::behind_branch ? links_[stop_branch_] : 0;
    if (known != 0 || (stop == Stop::at_first_choice && !nodes_.empty()))
        return compare(*checkpoints_[known], nodes_[known], now, random);
    if (!libraries_.stands()) return;
    auto made = std::make_unique<Checkpoint>();
    if (!made->keep(now) || size_ + made->size() > most_bytes) return;
    size_ += made->size();
    const int branches = now.ready.asked == 0 ? std::popcount(now.ready.free) : 0;
    if (stop == Stop::behind_branch) links_[stop_branch_] = static_cast<Link>(nodes_.size());
    nodes_.push_back({static_cast<std::uint16_t>(links_.size()), static_cast<std::uint16_t>(branches)});
    links_.resize(links_.size() + static_cast<std::size_t>(branches));
    taken_.resize(links_.size());
    checkpoints_.push_back(std::move(made));
}

void CheckpointTree::compare(const Checkpoint& checkpoint, const Node& node, const Execution& now, Random random) {
    const bool stays = libraries_.stands() && checkpoint.is_the_same(now);
    assert(stays);
    if (!stays) {
        given_up_ = true;
        return forget();
    }
    if (node.branches == 0) return;
    const std::size_t branch = node.first + random.below(node.branches);
    if (links_[branch] == 0) return;
    stop_ = Stop::behind_branch;
    stop_branch_ = branch;
}

void CheckpointTree::find_libraries() {
    std::vector<std::uintptr_t> thread_pointers;
    std::vector<LibraryData::Bytes> others{std::as_bytes(std::span(&exec, 1)),
                                           std::as_bytes(std::span(&deepest_frame, 1)),
                                           std::as_bytes(std::span(&hook_frame, 1)), arena::own_variables()};
    for (unsigned i = 0; i < std::min(fiber_count(), most_fibers); ++i) {
        thread_pointers.push_back(fiber(i).thread_pointer);
        for (const auto& bytes : kept_thread_locals(fiber(i))) others.push_back(bytes);
    }
    libraries_.find(thread_pointers, others);
}

}  // namespace interleave
