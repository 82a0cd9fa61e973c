// expect: passed
// output: 12.0 9.0\n
// Threads call virtual functions of objects that main made and destroys.
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

struct Shape {
    virtual ~Shape() = default;
    virtual double area() const = 0;
};

struct Rectangle : Shape {
    double a, b;
    Rectangle(double a, double b) : a(a), b(b) {}
    double area() const override { return a * b; }
};

struct Square : Rectangle {
    explicit Square(double a) : Rectangle(a, a) {}
};

int main() {
    std::vector<std::unique_ptr<Shape>> shapes;
    shapes.push_back(std::make_unique<Rectangle>(3, 4));
    shapes.push_back(std::make_unique<Square>(3));
    double areas[2] = {};
    auto measure = [&](std::size_t i) { areas[i] = shapes[i]->area(); };
    std::thread one(measure, 0), two(measure, 1);
    one.join();
    two.join();
    shapes.clear();
    std::printf("%.1f %.1f\n", areas[0], areas[1]);
}
