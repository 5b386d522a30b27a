# SPDX-License-Identifier: GPL-3.0-or-later
set(CMAKE_INSTALL_DOCDIR share/doc/anteroom CACHE PATH "Where the documents go")
include(GNUInstallDirs)
install(TARGETS anteroom anteroomd RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS anteroom-intake RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/anteroom)

# The unit names the folders that things were installed to.
file(READ "${CMAKE_SOURCE_DIR}/packaging/systemd/anteroomd.service" unit)
string(REPLACE "/usr/bin/" "${CMAKE_INSTALL_FULL_BINDIR}/" unit "${unit}")
string(REPLACE "/usr/share/doc/anteroom/" "${CMAKE_INSTALL_FULL_DOCDIR}/" unit "${unit}")
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/anteroomd.service" CONTENT "${unit}" @ONLY)
install(FILES "${CMAKE_BINARY_DIR}/anteroomd.service" DESTINATION lib/systemd/system)
install(FILES packaging/nginx/anteroom.conf DESTINATION ${CMAKE_INSTALL_DOCDIR}/nginx)
install(DIRECTORY packaging/kamailio DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES README.md RULES.md SECURITY.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
