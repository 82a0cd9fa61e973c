// random.cpp: a random walk. Finds most bugs of small programs within a few hundred executions; proves nothing.
#include "strategy/strategy.hpp"

namespace interleave {
namespace {

class RandomWalk : public Strategy {
public:
    explicit RandomWalk(std::uint64_t seed) : seed_(seed), random_(seed) {}

    bool begin() override {
        random_ = Random(seed_ + 0x51ed2701u * execution_++);
        return true;
    }
    void restart() override { --execution_; }

    unsigned choose(unsigned options) override { return random_.value(options); }
    Manner manner() override { return {.uniform = &random_}; }
    std::size_t pick(const Decision& decision) override {
        if (!decision.alternatives) return random_.below(decision.candidates.size());
        std::uint64_t total = 0;
        for (const auto& candidate : decision.candidates) total += weight(candidate);
        std::uint64_t ticket = random_.below(total);
        for (std::size_t i = 0; i < decision.candidates.size(); ++i) {
            const std::uint64_t share = weight(decision.candidates[i]);
            if (ticket < share) return i;
            ticket -= share;
        }
        return 0;
    }

private:
    static std::uint64_t weight(const Candidate& candidate) { return candidate.alternative ? 1 : 4; }

    std::uint64_t seed_;
    std::uint64_t execution_ = 0;
    Random random_;
};

}  // namespace

std::unique_ptr<Strategy> make_random(std::uint64_t seed) { return std::make_unique<RandomWalk>(seed); }

}  // namespace interleave
