#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rows N2, N3, N12, N14, N15: what a network does to connections, in a network of our own."""
import signal
import tempfile
import time
import unittest
from pathlib import Path

import lapwing
import look
import place
from place import rule
from server import Resource, serving

BOTH_FAMILIES = "both.lapwing.test"
KIB, MIB = 1024, 1024 * 1024
SMALL, LARGE = look.content(200 * KIB, "small"), look.content(3 * MIB, "large")
HAS_NAMES = Path("/etc/hosts").exists()  # not so in the barest of systems


def name_both_families():
    """A name with an address of each family, whatever this machine calls its own."""
    with tempfile.NamedTemporaryFile("w", prefix="hosts-") as hosts:
        hosts.write(f"::1 {BOTH_FAMILIES}\n127.0.0.1 {BOTH_FAMILIES} localhost\n")
        hosts.flush()
        place.run("mount", "--bind", hosts.name, "/etc/hosts")  # in our own namespace


class Network(unittest.TestCase):
    def setUp(self):
        place.packet_filter()

    def tearDown(self):
        place.run("nft", "flush ruleset")

    def failing_beside_a_healthy_one(self, fault, *options):
        """How a run ends in which one of two servers is behind `fault`; the other file has to come."""
        with place.folder() as folder, serving({"lost.bin": Resource(SMALL)}) as lost, serving({"well.bin": Resource(SMALL)}) as well:
            rule(f"tcp dport {lost.port} {fault}")
            ended = lapwing.get(folder, lost.links() + well.links(), *options)
            self.assertEqual(ended.status, 1, ended.said)
            self.assertEqual(look.names(folder), ["well.bin"])
            self.assertEqual(look.wrong(folder, {"well.bin": [SMALL]}), [])
            self.assertLess(ended.task("well.bin")["end_s"], 0.9, "the healthy one waited for the other")
            self.assertEqual(lost.asked, [])
            return ended

    def test_n2_reset_on_syn(self):
        ended = self.failing_beside_a_healthy_one("reject with tcp reset", "--retries", "1")
        self.assertEqual(ended.code("lost.bin"), "connection-refused")
        self.assertEqual(len(ended.task("lost.bin")["attempts"]), 2)
        self.assertGreater(ended.run["elapsed_s"], 1, "there was no back-off")

    def test_n2_host_unreachable(self):
        ended = self.failing_beside_a_healthy_one("reject with icmpx type host-unreachable", "--retries", "1")
        self.assertEqual(ended.code("lost.bin"), "unreachable")
        self.assertEqual(len(ended.task("lost.bin")["attempts"]), 2)

    def test_n2_what_is_there_survives_a_run_without_a_network(self):
        with place.folder() as folder, serving({"f.bin": Resource(LARGE, hold_at=2 * MIB)}) as server:
            process = lapwing.Lapwing(folder, server.links())
            part = folder / "f.bin.part"
            place.until(lambda: part.exists() and part.stat().st_size > MIB, what="a MiB")
            process.signal(signal.SIGINT)
            self.assertEqual(process.wait(3).status, 130)
            rule(f"tcp dport {server.port} reject with icmpx type host-unreachable")
            self.assertEqual(lapwing.get(folder, server.links(), "--retries", "0").code("f.bin"), "unreachable")
            place.run("nft", "flush ruleset")
            server.resources["/f.bin"].released.set()
            self.assertEqual(lapwing.get(folder, server.links()).status, 0)
            self.assertEqual(look.names(folder), ["f.bin"])
            self.assertEqual((folder / "f.bin").read_bytes(), LARGE)
            self.assertGreater(server.asked[-1].start, MIB, "it did not go on where it had stopped")

    def test_n3_black_hole(self):
        ended = self.failing_beside_a_healthy_one("drop", "--connect-timeout", "1", "--retries", "1")
        self.assertEqual(ended.code("lost.bin"), "connect-timeout")
        self.assertEqual(len(ended.task("lost.bin")["attempts"]), 2)
        self.assertLess(ended.seconds, 6)

    def test_n9_black_hole_in_mid_body(self):
        with place.folder() as folder, serving({"f.bin": Resource(LARGE)}) as server:
            rule(f"tcp sport {server.port} quota over 1500 kbytes drop", "output")
            ended = lapwing.get(folder, server.links(), "--stall-timeout", "1", "--retries", "0")
            self.assertEqual((ended.status, ended.code("f.bin")), (3, "stalled"), ended.said)
            self.assertEqual(look.wrong(folder, {"f.bin": [LARGE]}), [])
            self.assertEqual(look.names(folder), ["f.bin.part", "f.bin.part.lapwing"])
            place.run("nft", "flush ruleset")
            self.assertEqual(lapwing.get(folder, server.links()).status, 0)
            self.assertEqual((folder / "f.bin").read_bytes(), LARGE)
            self.assertGreater(server.asked[-1].start, MIB, "it did not go on where it had stopped")
            self.assertEqual(look.left_over(folder), [])

    def test_n12_link_down_for_three_seconds(self):
        resources = {"f.bin": Resource(LARGE, rate=2 * MIB)}
        with place.folder() as calm, place.folder() as hasty, serving(resources) as server:
            patient = lapwing.Lapwing(calm, server.links())
            impatient = lapwing.Lapwing(hasty, server.links(), "--stall-timeout", "1")
            place.until(lambda: server.sent("f.bin") > 2 * MIB, what="the first half")
            place.run("ip", "link", "set", "lo", "down")
            time.sleep(3)  # the fault
            place.run("ip", "link", "set", "lo", "up")
            one, other = patient.wait(), impatient.wait()
            self.assertEqual((one.status, other.status), (0, 0), one.said + other.said)
            self.assertEqual(len(one.task("f.bin")["attempts"]), 1, "shorter than the stall limit is no failure")
            self.assertGreater(len(other.task("f.bin")["attempts"]), 1)
            for folder in (calm, hasty):
                self.assertEqual((folder / "f.bin").read_bytes(), LARGE)
            self.assertTrue(any(asked.start > 0 for asked in server.asked), "nobody went on where it had stopped")

    def fetched(self, address, host):
        with place.folder() as folder, serving({"f.bin": Resource(SMALL)}, address) as server:
            ended = lapwing.get(folder, [server.link("f.bin", host)], "--retries", "0")
            self.assertEqual(ended.status, 0, ended.said)
            self.assertEqual((folder / "f.bin").read_bytes(), SMALL)
            return ended

    @unittest.skipUnless(HAS_NAMES, "there is no /etc/hosts")
    def test_n14_one_family_only(self):
        for address in ("127.0.0.1", "::1"):
            for host in (BOTH_FAMILIES, None):
                with self.subTest(address=address, host=host):
                    self.fetched(address, host)

    @unittest.skipUnless(HAS_NAMES, "there is no /etc/hosts")
    def test_n14_a_black_hole_for_ipv6(self):
        rule("ip6 nexthdr tcp drop")
        self.assertLess(self.fetched("127.0.0.1", BOTH_FAMILIES).seconds, 5)

    def test_n15_proxies_of_the_environment_are_asked(self):
        dead = {"http_proxy": "http://127.0.0.1:1"}
        for env, options, status in (
            (dead, [], 3),
            (dead, ["--proxy", "none"], 0),
            ({**dead, "no_proxy": "127.0.0.0/8"}, [], 0),
            ({"HTTP_PROXY": "http://127.0.0.1:1", "https_proxy": "http://127.0.0.1:1"}, [], 0),
        ):
            with self.subTest(env=env), place.folder() as folder, serving({"f.bin": Resource(SMALL)}) as server:
                self.assertEqual(lapwing.get(folder, server.links(), "--retries", "0", *options, env=env).status, status)
                self.assertEqual((folder / "f.bin").exists(), status == 0)


if __name__ == "__main__":
    lapwing.need()
    place.need("nft", "ip")
    place.own_namespaces()
    if HAS_NAMES:
        name_both_families()
    place.main()
