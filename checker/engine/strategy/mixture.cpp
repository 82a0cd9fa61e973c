// mixture.cpp: several random strategies in turns. None of them finds every kind of bug soon: partial order sampling is
// best where few operations must be ordered, SURW where many of two threads must alternate, the random walk where many
// threads crowd, PCT where one thread must be kept waiting for long. docs/first-bug.md has the measurements.
#include "strategy/strategy.hpp"

#include <array>

namespace interleave {
namespace {

class Mixture : public Strategy {
public:
    explicit Mixture(std::uint64_t seed)
        : parts_{make_pos(seed), make_surw(seed), make_random(seed), make_pct(seed, 3)} {}

    bool begin() override {
        static constexpr std::array<std::uint8_t, 8> turns = {0, 1, 2, 0, 1, 3, 0, 2};
        now_ = parts_[turns[execution_++ % turns.size()]].get();
        return now_->begin();
    }
    std::size_t pick(const Decision& decision) override { return now_->pick(decision); }
    unsigned choose(unsigned options) override { return now_->choose(options); }
    Manner manner() override { return now_->manner(); }
    void forced(const Candidate& candidate) override { now_->forced(candidate); }
    void end(std::uint32_t steps) override { now_->end(steps); }
    // Another random execution serves as well as the same one again.
    void restart() override {}

private:
    std::array<std::unique_ptr<Strategy>, 4> parts_;
    Strategy* now_ = nullptr;
    std::uint64_t execution_ = 0;
};

}  // namespace

std::unique_ptr<Strategy> make_mixture(std::uint64_t seed) { return std::make_unique<Mixture>(seed); }

}  // namespace interleave
