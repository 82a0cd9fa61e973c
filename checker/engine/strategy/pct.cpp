// pct.cpp: probabilistic concurrency testing. Finds a bug that needs `depth` ordering constraints among n threads and k
// steps with probability at least 1/(n k^(depth-1)) an execution.
#include "strategy/strategy.hpp"

#include <algorithm>

namespace interleave {
namespace {

class Pct : public Strategy {
public:
    Pct(std::uint64_t seed, unsigned depth) : seed_(seed), depth_(depth), random_(seed) {}

    bool begin() override {
        random_ = Random(seed_ + 0x2545f491u * execution_++);
        priorities_.assign(1, draw());
        changes_.clear();
        for (unsigned i = 1; i < depth_; ++i) changes_.push_back(random_.below(std::max<std::uint32_t>(longest_, 1)));
        decisions_ = 0;
        return true;
    }
    void restart() override { --execution_; }
    void end(std::uint32_t) override { longest_ = std::max(longest_, decisions_); }

    unsigned choose(unsigned options) override { return random_.value(options); }
    std::size_t pick(const Decision& decision) override {
        for (unsigned i = 0; i < changes_.size(); ++i)
            if (changes_[i] == decisions_) priority(decision.current) = i;
        ++decisions_;
        // A thread that yields goes behind all others.
        for (const auto& candidate : decision.candidates)
            if (candidate.thread == decision.current && (candidate.op == Op::yield || candidate.op == Op::sleep))
                priority(candidate.thread) = random_.below(depth_ == 0 ? 1 : depth_);
        std::size_t best = 0;
        std::uint64_t best_priority = 0;
        for (std::size_t i = 0; i < decision.candidates.size(); ++i) {
            const auto& candidate = decision.candidates[i];
            if (candidate.alternative && random_.below(8) != 0) continue;
            const std::uint64_t here = priority(candidate.thread) + 1;
            if (here > best_priority) {
                best = i;
                best_priority = here;
            }
        }
        return best;
    }

private:
    std::uint64_t draw() { return 1000 + random_.below(std::uint64_t{1} << 40); }
    std::uint64_t& priority(ThreadId thread) {
        if (thread == no_thread) thread = 0;
        while (priorities_.size() <= thread) priorities_.push_back(draw());
        return priorities_[thread];
    }

    std::uint64_t seed_;
    unsigned depth_;
    Random random_;
    std::uint64_t execution_ = 0;
    std::vector<std::uint64_t> priorities_;
    std::vector<std::uint64_t> changes_;
    std::uint32_t decisions_ = 0;
    std::uint32_t longest_ = 0;
};

}  // namespace

std::unique_ptr<Strategy> make_pct(std::uint64_t seed, unsigned depth) { return std::make_unique<Pct>(seed, depth); }

}  // namespace interleave
