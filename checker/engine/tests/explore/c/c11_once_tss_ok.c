// expect: passed
// output: 14\n
// budget: 500
// about: threads.h: call_once, keys with destructors, thrd_exit, timed conditions
#include <assert.h>
#include <stdatomic.h>
#include <stdio.h>
#include <threads.h>
#include <time.h>
static once_flag once = ONCE_FLAG_INIT;
static tss_t key;
static mtx_t m;
static cnd_t c;
static int ready;
static atomic_int destroyed;
static void at_end(void* p) { (void)p; destroyed++; }
static void init(void) { tss_create(&key, at_end); mtx_init(&m, mtx_timed); cnd_init(&c); }
static int worker(void* p) {
    call_once(&once, init);
    tss_set(key, p);
    mtx_lock(&m);
    ready++;
    cnd_signal(&c);
    mtx_unlock(&m);
    thrd_exit(7);
}
int main(void) {
    thrd_t t[2];
    call_once(&once, init);
    for (int i = 0; i < 2; i++) assert(thrd_create(&t[i], worker, &t[i]) == thrd_success);
    mtx_lock(&m);
    while (ready < 2) {
        struct timespec ts;
        timespec_get(&ts, TIME_UTC);
        ts.tv_sec += 1;
        if (cnd_timedwait(&c, &m, &ts) == thrd_timedout) continue;
    }
    mtx_unlock(&m);
    int r[2];
    for (int i = 0; i < 2; i++) thrd_join(t[i], &r[i]);
    assert(destroyed == 2);
    printf("%d\n", r[0] + r[1]);
    tss_delete(key);
    cnd_destroy(&c);
    mtx_destroy(&m);
}
