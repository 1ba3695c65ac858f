/**
 * HTTP for whoever has to answer it: a {@link org.facepay.sync.desk.Desk} answers one route, {@link
 * org.facepay.sync.desk.Routes} say which, and the {@link org.facepay.sync.desk.FrontDesk} keeps
 * slow, endless and broken peers away from them.
 */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.desk;
