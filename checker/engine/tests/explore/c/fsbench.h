// fsbench.h: a small file system: inodes get blocks under locks; BLOCKS blocks are there, THREADS threads want one.
#include "go.h"
enum { inodes = 4 };
static Lock inode_lock[inodes], block_lock[BLOCKS];
static int inode[inodes], busy[BLOCKS];
THREAD(user) {
    int i = NUMBER % inodes;
    lock(&inode_lock[i]);
    if (inode[i] == 0) {
        int b = (i * 2) % BLOCKS, tries = 0;
        for (;;) {
            assert(tries++ < BLOCKS);
            lock(&block_lock[b]);
            if (!busy[b]) {
                busy[b] = 1;
                inode[i] = b + 1;
                unlock(&block_lock[b]);
                break;
            }
            unlock(&block_lock[b]);
            b = (b + 1) % BLOCKS;
        }
    }
    unlock(&inode_lock[i]);
    return argument;
}
int main(void) {
    pthread_t t[THREADS];
    for (int i = 0; i < inodes; i++) pthread_mutex_init(&inode_lock[i], 0);
    for (int i = 0; i < BLOCKS; i++) pthread_mutex_init(&block_lock[i], 0);
    for (int i = 0; i < THREADS; i++) t[i] = go(user, i);
    for (int i = 0; i < THREADS; i++) end(t[i]);
    puts("done");
    return 0;
}
