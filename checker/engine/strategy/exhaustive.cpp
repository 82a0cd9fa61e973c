// exhaustive.cpp: depth-first search over the tree of decisions, optionally within a bound on preemptions (iterative
// context bounding, Musuvathi and Qadeer 2007). Stateless: every execution starts from the beginning and repeats the
// path.
#include "strategy/strategy.hpp"

#include <algorithm>

namespace interleave {

void Exhaustive::restart() {
    path_.clear();
    depth_ = 0;
    started_ = done_ = cut_ = differed_ = false;
}

bool Exhaustive::begin() {
    if (done_) return false;
    depth_ = 0;
    spent_ = 0;
    if (!started_) {
        started_ = true;
        return true;
    }
    // The next path: the deepest decision with something left to try.
    while (!path_.empty() && path_.back().left.empty()) path_.pop_back();
    if (path_.empty()) {
        done_ = true;
        return false;
    }
    auto& node = path_.back();
    node.chosen = node.left.back().first;
    node.cost = node.left.back().second;
    node.left.pop_back();
    return true;
}

std::size_t Exhaustive::pick(const Decision& decision) {
    if (depth_ < path_.size()) {
        const auto& node = path_[depth_++];
        spent_ += node.cost;
        differed_ |= node.options != decision.candidates.size();
        return std::min<std::size_t>(node.chosen, decision.candidates.size() - 1);
    }
    // First the cheapest choice, preferably to go on with the current thread, so that the first path is the plainest.
    Node node;
    node.options = static_cast<std::uint16_t>(decision.candidates.size());
    std::size_t best = decision.candidates.size();
    for (std::size_t i = 0; i < decision.candidates.size(); ++i) {
        const auto& candidate = decision.candidates[i];
        if (bound_ != unbounded_cost && spent_ + candidate.cost > bound_) {
            cut_ = true;
            continue;
        }
        const auto better = [&] {
            if (best == decision.candidates.size()) return true;
            const auto& other = decision.candidates[best];
            if (candidate.cost != other.cost) return candidate.cost < other.cost;
            return candidate.thread == decision.current && other.thread != decision.current;
        };
        if (better()) best = i;
    }
    if (best == decision.candidates.size()) best = 0;  // every choice costs something: the first, whatever the bound
    for (std::size_t i = decision.candidates.size(); i-- > 0;) {
        const auto cost = decision.candidates[i].cost;
        if (i == best || (bound_ != unbounded_cost && spent_ + cost > bound_)) continue;
        node.left.emplace_back(static_cast<std::uint16_t>(i), cost);
    }
    node.chosen = static_cast<std::uint16_t>(best);
    node.cost = decision.candidates[best].cost;
    spent_ += node.cost;
    path_.push_back(std::move(node));
    ++depth_;
    return path_.back().chosen;
}

unsigned Exhaustive::choose(unsigned options) {
    if (depth_ < path_.size()) {
        const auto& node = path_[depth_++];
        spent_ += node.cost;
        differed_ |= node.options != options;
        return std::min<unsigned>(node.chosen, options - 1);
    }
    // An older value costs as much as a preemption.
    Node node;
    node.options = static_cast<std::uint16_t>(options);
    if (bound_ == unbounded_cost || spent_ + 1 <= bound_) {
        for (unsigned i = options; i-- > 1;) node.left.emplace_back(static_cast<std::uint16_t>(i), std::uint8_t{1});
    } else {
        cut_ = true;
    }
    path_.push_back(std::move(node));
    ++depth_;
    return 0;
}

void Exhaustive::end(std::uint32_t) {
    // What led to the new choice at the end of the path was not repeated.
    if (depth_ >= path_.size()) return;
    differed_ = true;
    path_.resize(depth_);
}

}  // namespace interleave
