// expect: passed
// output: 4 done\n
// C11 atomics in C: a counter, a flag as spin lock, thread-local storage, yield.
#include <stdatomic.h>
#include <stdio.h>
#include <threads.h>

static atomic_int counter;
static atomic_flag busy = ATOMIC_FLAG_INIT;
static int plain;
static _Thread_local int own;

static int work(void* unused) {
    (void)unused;
    for (int i = 0; i < 2; ++i) {
        atomic_fetch_add(&counter, 1);
        ++own;
    }
    while (atomic_flag_test_and_set(&busy)) thrd_yield();
    plain += own;
    atomic_flag_clear(&busy);
    return 0;
}

int main(void) {
    thrd_t a, b;
    thrd_create(&a, work, NULL);
    thrd_create(&b, work, NULL);
    thrd_join(a, NULL);
    thrd_join(b, NULL);
    printf("%d %s\n", atomic_load(&counter), plain == 4 && own == 0 ? "done" : "?");
    return 0;
}
