import { inflateSync } from 'node:zlib';

/**
 * A database as rpm 4.18 writes it, made with SQLite itself (Python's sqlite3, pages of 512 B, so that rows overflow and
 * the tree has inner pages): gpg-pubkey, bash, openssl-libs with an epoch, gcc with 120 files, lib00 to lib39.
 */
export const rpmDatabase: Uint8Array = inflateSync(
  Buffer.from(
    [
      'eNrtms1THEUYxrthgYSPfAEhX8iYTxDY3bd7Pm8Bs2VREkKQHKjSpHY3G6CyWQgLVXhEz/4Fnv0TvFiWXrx48aIHL168+HnRg2VplWXP9DwyvV',
      'XiVqLVKUMX29s9LL95pt95n35nk9duz69v15wHG1uPytuOZB2Mc3bdcRhjOfUaYfutMz2Gxtk/txzLV/lA8se/Mf4Rn1dvz0hb7OwemZzkK9vl',
      'Sr3WfFxXy3CvWXu8U2tUW6e5l5dKM8slZ3lmdr7ktPxyvFF+VJtSs4nNjp6R0VG+JxPkYrn6sLxaa+K904Bcw+FrzvhaY+eRM7ewXHqltOQsLs',
      '3dnFlacV4trTgzd5ZvzS2ov7tZWlieqtQ3Ks7s/K1ZZ+HWsrNwZ35+4jrvHhke5rXkhAtKR/zqME8UH1IneVh709mu7W5POcnp1hvbtdXa1kQc',
      'GxX0w/acti71Os7fj4cj/Hf+C/+J/8i/4V/zr/iX/HP+Gf+Uf8I/5h/ojxy2Z6WdnlTd8Ljqhq6obvCi6k6Nqe7kBdWdOBuH9bTqjg2qbuCE6v',
      'rjVO/rVV1vj+q6Yyvv6ogPcv4zUz+H7blo/bxzlGP3mRpI7P8Lxt9T3f+k7S105NjbcQkT3+hLqvj4Nr7h98uWzu/SeVc6/z6d96XzP9L5ST3P',
      'vZ6WPmd0GZR7Q70fUa/L6fxuOpfxalbKzTXm5Skfsihfq0dsN/Tv+W5WIU8+o37UTn3jZokVdppbhcp6o6BHzbXyVq1wf6NaiD9XYCs8x/b8tA',
      'QbPeB6+lquZyier26uTm/uVFQBwEI3lFXfu8+8arXqVShiOv5zjE+r7mnaO7dzOfbuVb3o3XcOEJl7gkXf3V90/ms6Txe9u5hcZLXKiPJunpj8',
      'm0V/6tazt9ipbqzLabBvHHCNAy3XOJjOf0iv6ULLNTst1zyeznGjTaVz3GhhPN/YrDWazfp0fb3SVFddzAdMBMnFaz3ZJYg/06znmxt5qe8xdc',
      'B3CyzlHbZnrz1Yr9emi8UiBoSBwEBi4GLgYeBjEGAQYhClA4rJ6jxHkwnoBDqBTqAT6AQ6gU6gE+gCugXIAmQBsgBZgCxAFiALkAXIEmQJsgRZ',
      'gixBliBLkCXIEmQJsguyC7ILsguyC7ILsguyC7ILsguyB7IHsgeyB7IHsgeyB7IHsgeyB7IPsg+yD7IPsg+yD7IPcnyj+aD7oPugB6AHoAegB6',
      'AHoAegB6AHIAcgByCHIIcghyCHIIcghyCHIIcghyCHIEcgRyBHIEcgRyBHIEcgRyBHIEcpmZCLhFwk5CIhFwm5SMhFQi4ScpGQi4RcJAIZeUjI',
      'Q0IeEvKQkIeEPCTkISEPSeUhbL6g9saC3gumt2r318rbasdo7OwWiApMfzdzjvG77EP1lq2ixnpy7K3ZtIq6dMBm192y2fW2bG79LZvbUMvmdq',
      'Zlczsfz5VwtbiULzLBGhvlreqaPrE6WNjY3C7UC0pht22FlCgkUyFlFHbZVlhMFBZNhcW/FB4U/17b2r1Eu2dq9zKre9S2QjdR6JoK3YzCI7YV',
      'ykShNBXKtuI/YFt7mGgPTe1hZnX7bSsMEoWBqTDIKOyzrdBPFPqmQr+t+J/4l7QPPKF2St3VsFfKuutx2wq1u5Jhr1TMKDxmO/5RojAy4x+1Ff',
      '9B26ur3ZUMe6Wsu56yrVC7Kxn2SjKj8KRthbqGIqOIItFW/E/b1q7dlQx7pay7DttWqN2VDHslP6NwyLZCXUORUUSR11b8z1rWLrS7CsNdRdZd',
      'z9heXe2uZNgrRRmFI7YV6hqKjCKKwrbif8F2/LW7CsNdRdZdz9tWmD6hGu4qsk+o52wr1DWUMGooQW3Ff8y2du2uwnBXkXXXF2wr1O4qDHcV2S',
      'fUUdsKdQ0ljBpKuG3F/6Jt7dpdheGuIuuuL9pWqN1VGO4qsk+ojm2FuoYSRg0lgrbif8WydqndVRruKrPuetm2Qu2u0nBXmX1CvWRboa6hpFFD',
      'yfa+/xu3rV27qzTcVWbd9ZpthdpdpeGuMvuEetW2wvT7P6OGku19/zdpW7t2V2m4q8y660u2FWp3lYa7yuwT6oRthbqGkkYNJc3v/7gKPr97+A',
      '/u/8H/RBqbsh1/XUNJo4aS+zXUn2kWVY8=',
    ].join(''),
    'base64',
  ),
);
