// expect: passed
// output: 3 4\n
// wait on an atomic of a small structure.
#include <atomic>
#include <cstdio>
#include <thread>

struct Point {
    short x, y;
};

int main() {
    std::atomic<Point> place = Point{0, 0};
    std::thread mover([&] {
        place = Point{3, 4};
        place.notify_all();
    });
    place.wait(Point{0, 0});
    Point seen = place;
    std::printf("%d %d\n", seen.x, seen.y);
    mover.join();
}
