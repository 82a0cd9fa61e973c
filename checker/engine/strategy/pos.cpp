// pos.cpp: partial order sampling. Orders in a race are decided anew after each of their operations, so that no thread
// stays ahead of another on one object for longer than one operation. Needs no knowledge of the program.
#include "strategy/strategy.hpp"

namespace interleave {
namespace {

class Pos : public Strategy {
public:
    explicit Pos(std::uint64_t seed) : seed_(seed), random_(seed) {}

    Manner manner() override { return {.objects = true}; }
    bool begin() override {
        random_ = Random(seed_ + 0x3c6ef372u * execution_++);
        priorities_.clear();
        return true;
    }
    void restart() override { --execution_; }

    unsigned choose(unsigned options) override { return random_.value(options); }
    std::size_t pick(const Decision& decision) override {
        std::size_t best = 0;
        std::uint64_t best_priority = 0;
        for (std::size_t i = 0; i < decision.candidates.size(); ++i) {
            const Candidate& candidate = decision.candidates[i];
            std::uint64_t here = priority(candidate.thread);
            // Time-outs and spurious wake-ups are rare; who yields lets others go first.
            if (candidate.alternative && random_.below(8) != 0) continue;
            if (candidate.op == Op::yield || candidate.op == Op::sleep) here >>= 16;
            if (here < best_priority) continue;
            best = i;
            best_priority = here;
        }
        const Candidate& chosen = decision.candidates[best];
        for (const Candidate& other : decision.candidates) {
            const bool race = other.object == chosen.object && chosen.object != 0 &&
                              (changes_something(other.op) || changes_something(chosen.op));
            if (race) priority(other.thread) = draw();
        }
        priority(chosen.thread) = draw();
        return best;
    }

private:
    std::uint64_t draw() { return random_.next() >> 1; }
    std::uint64_t& priority(ThreadId thread) {
        while (priorities_.size() <= thread) priorities_.push_back(draw());
        return priorities_[thread];
    }

    std::uint64_t seed_;
    Random random_;
    std::uint64_t execution_ = 0;
    std::vector<std::uint64_t> priorities_;  // of each thread's pending operation
};

}  // namespace

std::unique_ptr<Strategy> make_pos(std::uint64_t seed) { return std::make_unique<Pos>(seed); }

}  // namespace interleave
