// expect: passed
// output: 15 f0 3 5 -2\n
// and, or, xor, sub and exchange on atomics of several sizes.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<std::uint8_t> flags = 0;
    std::atomic<std::uint16_t> mask = 0xffff;
    std::atomic<unsigned> toggles = 0;
    std::atomic<std::int64_t> left = 10;
    std::atomic<char> token = 5;
    char received[2] = {};
    auto work = [&](int who) {
        flags |= std::uint8_t(who == 0 ? 5 : 10);
        mask &= std::uint16_t(who == 0 ? 0xf0ff : 0x00f0);
        toggles.fetch_xor(who == 0 ? 1u : 2u);
        left.fetch_sub(who == 0 ? 5 : 7);
        received[who] = token.exchange(0);
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d %x %u %d %lld\n", flags.load(), mask.load(), toggles.load(), received[0] + received[1],
                static_cast<long long>(left.load()));
}
