#include "CLinux.h"

#if defined(__linux__)
#include <linux/tcp.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int materia_connection_traffic(int file, unsigned short port, struct materia_traffic *traffic) {
    struct sockaddr_storage address;
    socklen_t size = sizeof address;
    if (getsockname(file, (struct sockaddr *)&address, &size) != 0) return -1;
    unsigned short own;
    if (address.ss_family == AF_INET) own = ntohs(((struct sockaddr_in *)&address)->sin_port);
    else if (address.ss_family == AF_INET6) own = ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
    else return -1;
    if (own != port) return -1;
    struct tcp_info info;
    memset(&info, 0, sizeof info);
    size = sizeof info;
    if (getsockopt(file, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return -1;
    if (info.tcpi_state != 1 /* established */ && info.tcpi_state != 8 /* the other side has said all */) return -1;
    unsigned long long cookie = 0;
    size = sizeof cookie;
    if (getsockopt(file, SOL_SOCKET, SO_COOKIE, &cookie, &size) != 0) return -1;
    traffic->connection = cookie;
    traffic->sent = info.tcpi_bytes_acked;
    traffic->received = info.tcpi_bytes_received;
    return 0;
}
#endif
